package dev.tenon.crud.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Calls members of the classes of modules; what they throw passes through unchanged. */
final class Handles {

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    private static final MethodType SETTER =
            MethodType.methodType(void.class, Object.class, Object.class);

    private Handles() {}

    static MethodHandle getter(MethodHandle handle) {
        return handle.asType(GETTER);
    }

    static MethodHandle setter(MethodHandle handle) {
        return handle.asType(SETTER);
    }

    static @Nullable Object get(MethodHandle getter, Object object) {
        try {
            return (Object) getter.invokeExact(object);
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    static void set(MethodHandle setter, Object object, @Nullable Object value) {
        try {
            setter.invokeExact(object, value);
        } catch (Throwable t) {
            throw thrown(t);
        }
    }

    /** Returns what a member of a class threw, as an exception that needs no declaration. */
    static RuntimeException thrown(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default ->
                    new MappingException(
                            "A constructor or accessor of an entity threw " + thrown, thrown);
        };
    }

    /** Returns the value that a field of the type has before it is set. */
    static @Nullable Object initial(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Returns the class that holds the values of a type. */
    static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
