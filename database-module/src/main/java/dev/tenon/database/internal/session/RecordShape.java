package dev.tenon.database.internal.session;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type, its constructor and its accessors.
 *
 * @param constructor takes an array of the components' values
 * @param accessors each takes the record
 */
record RecordShape(
        Class<?> type,
        List<String> names,
        List<Class<?>> types,
        MethodHandle constructor,
        List<MethodHandle> accessors) {

    /**
     * Returns the shape of the type.
     *
     * @throws IllegalArgumentException if this module may not use it
     */
    static RecordShape of(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).<Class<?>>map(RecordComponent::getType).toList();
        try {
            var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            var lookup = MethodHandles.lookup();
            if (!constructor.trySetAccessible()) {
                throw notOpen(type);
            }
            var handle =
                    lookup.unreflectConstructor(constructor)
                            .asSpreader(Object[].class, components.length)
                            .asType(MethodType.methodType(Object.class, Object[].class));
            var accessors = new java.util.ArrayList<MethodHandle>();
            for (var component : components) {
                var accessor = component.getAccessor();
                if (!accessor.trySetAccessible()) {
                    throw notOpen(type);
                }
                accessors.add(
                        lookup.unreflect(accessor)
                                .asType(MethodType.methodType(Object.class, Object.class)));
            }
            var names = Arrays.stream(components).map(RecordComponent::getName).toList();
            return new RecordShape(type, names, types, handle, List.copyOf(accessors));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Its constructor cannot be used", e);
        }
    }

    private static IllegalArgumentException notOpen(Class<?> type) {
        return new IllegalArgumentException(
                "The package "
                        + type.getPackageName()
                        + " of "
                        + type.getModule()
                        + " is not open to "
                        + RecordShape.class.getModule());
    }

    String name(int index) {
        return names.get(index);
    }

    Object construct(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && types.get(i).isPrimitive()) {
                throw new IllegalArgumentException(
                        "The component " + name(i) + " is a " + types.get(i) + " and got NULL");
            }
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new IllegalArgumentException(
                    "The constructor of " + type.getName() + " threw", t);
        }
    }

    @Nullable Object value(int index, Record instance) {
        try {
            return (Object) accessors.get(index).invokeExact((Object) instance);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new IllegalArgumentException("An accessor of " + type.getName() + " threw", t);
        }
    }
}
