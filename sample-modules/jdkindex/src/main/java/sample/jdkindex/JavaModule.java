package sample.jdkindex;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A module of the JDK.
 *
 * @param id its number in the index
 * @param name its name, such as {@code java.base}
 * @param version its version, that of the JDK as a rule; empty if it says none
 */
@Entity
public record JavaModule(
        @Id long id,
        @Column(unique = true, length = 200) String name,
        @Column(length = 100) String version) {}
