package dev.tenon.core.service;

import static java.util.Objects.requireNonNull;

/**
 * What a service is asked for by: a type, and a name where one type has several services.
 *
 * <p>Two keys are equal when their types are the same {@link Class} object and their names are
 * equal. The same class name loaded by two modules makes two different keys.
 *
 * @param type the type the service is used through, usually an interface of an exported package
 * @param name the name, or the empty string for the service that has none
 * @param <S> the type
 */
public record ServiceKey<S>(Class<S> type, String name) {

    public ServiceKey {
        requireNonNull(type, "type");
        requireNonNull(name, "name");
        if (type.isPrimitive()) {
            throw new IllegalArgumentException(
                    "A service cannot be of the primitive type "
                            + type
                            + ": use its wrapper class.");
        }
    }

    /** Returns the key of the unnamed service of the given type. */
    public static <S> ServiceKey<S> of(Class<S> type) {
        return new ServiceKey<>(type, "");
    }

    /** Returns the key of the service of the given type and name. */
    public static <S> ServiceKey<S> of(Class<S> type, String name) {
        return new ServiceKey<>(type, name);
    }

    /** Returns the type's name, followed by the quoted name if there is one. */
    @Override
    public String toString() {
        return name.isEmpty() ? type.getName() : type.getName() + " \"" + name + "\"";
    }
}
