package sample.jdkindex;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A class of a package, nested and synthetic ones among them.
 *
 * @param id its number in the index
 * @param inPackage the number of its package
 * @param name its name in its package, such as {@code Map$Entry}
 * @param kind what it is
 * @param isPublic whether it is public
 */
@Entity
@Table(indexes = @Index(columnList = "name, id"))
public record JavaClass(
        @Id long id,
        @ManyToOne(targetEntity = JavaPackage.class) @JoinColumn(name = "package_id")
                long inPackage,
        @Column(length = 250) String name,
        Kind kind,
        boolean isPublic) {

    /** What a class is. */
    public enum Kind {
        CLASS,
        RECORD,
        ENUM,
        INTERFACE,
        ANNOTATION
    }
}
