package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.internal.repository.declare.JavaType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a parameter holds several of. */
final class Contents {

    private static final Set<String> COLLECTIONS =
            Set.of(
                    Collection.class.getName(),
                    Iterable.class.getName(),
                    List.class.getName(),
                    Set.class.getName());

    private Contents() {}

    /** Returns the type of what is in a collection, or in an array other than of bytes. */
    static Optional<JavaType> of(JavaType type) {
        boolean isMany = type.isArray() ? !type.valueName().equals("[B") : isCollection(type);
        return isMany ? type.content() : Optional.empty();
    }

    static boolean isCollection(JavaType type) {
        return COLLECTIONS.contains(type.name());
    }
}
