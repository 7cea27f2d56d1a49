package sample.jdkindex;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * A package of a module. Two modules never share one.
 *
 * @param id its number in the index
 * @param module the number of its module
 * @param name its name, such as {@code java.util}
 * @param isExported whether every other module may use its public types
 */
@Entity
public record JavaPackage(
        @Id long id,
        @ManyToOne(targetEntity = JavaModule.class) @JoinColumn(name = "module_id") long module,
        @Column(unique = true, length = 200) String name,
        boolean isExported) {}
