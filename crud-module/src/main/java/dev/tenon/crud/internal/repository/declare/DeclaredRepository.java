package dev.tenon.crud.internal.repository.declare;

import java.util.List;
import java.util.Optional;

/**
 * An interface with {@code @Repository}.
 *
 * @param className its binary name
 * @param provider who is to implement it; empty if it does not matter
 * @param dataStore on what; empty if it does not matter
 * @param entity the entity that it is a {@code DataRepository} of
 * @param methods its methods, without those of Object, in the order of the files
 * @param unread interfaces that it inherits from and that could not be found
 */
public record DeclaredRepository(
        String className,
        String provider,
        String dataStore,
        Optional<JavaType> entity,
        List<DeclaredMethod> methods,
        List<String> unread) {

    public DeclaredRepository {
        methods = List.copyOf(methods);
        unread = List.copyOf(unread);
    }

    /** Returns its name without the package. */
    public String simpleName() {
        return new JavaType(className, List.of()).shown();
    }
}
