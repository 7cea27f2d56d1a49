package dev.tenon.crud.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record: its canonical constructor, and its accessors. */
final class RecordShape implements ObjectShape {

    private final Class<?> type;
    private final RecordComponent[] components;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final int[] positions;
    private final boolean isWhole;

    private RecordShape(
            Class<?> type,
            RecordComponent[] components,
            MethodHandle constructor,
            MethodHandle[] accessors,
            int[] positions) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
        this.accessors = accessors;
        this.positions = positions;
        isWhole = isEachInItsPlace(positions, components.length);
    }

    static RecordShape of(Class<?> type, List<String> attributes) {
        var components = type.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        var positions = attributes.stream().mapToInt(names::indexOf).toArray();
        try {
            return new RecordShape(
                    type,
                    components,
                    constructor(type, components),
                    accessors(components),
                    positions);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw ObjectShape.unusable(
                    type, "its canonical constructor cannot be used (" + e + ").");
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static MethodHandle[] accessors(RecordComponent[] components)
            throws IllegalAccessException {
        var handles = new MethodHandle[components.length];
        for (int i = 0; i < handles.length; i++) {
            var accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            handles[i] = Handles.getter(MethodHandles.lookup().unreflect(accessor));
        }
        return handles;
    }

    private static boolean isEachInItsPlace(int[] positions, int components) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != i) {
                return false;
            }
        }
        return positions.length == components;
    }

    @Override
    public Object make(@Nullable Object[] values) {
        return construct(isWhole ? values : arranged(values));
    }

    /** Components that are not kept in the database have the value that a field has at first. */
    private @Nullable Object[] arranged(@Nullable Object[] values) {
        var all = new @Nullable Object[components.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Handles.initial(components[i].getType());
        }
        for (int i = 0; i < positions.length; i++) {
            all[positions[i]] = values[i];
        }
        return all;
    }

    private Object construct(@Nullable Object[] all) {
        for (int i = 0; i < all.length; i++) {
            if (all[i] == null && components[i].getType().isPrimitive()) {
                throw ObjectShape.nullForPrimitive(type, components[i].getName());
            }
        }
        try {
            return (Object) constructor.invokeExact(all);
        } catch (Throwable t) {
            throw Handles.thrown(t);
        }
    }

    @Override
    public @Nullable Object get(Object object, int attribute) {
        return Handles.get(accessors[positions[attribute]], object);
    }

    @Override
    public Object with(Object object, int attribute, @Nullable Object value) {
        var all = new @Nullable Object[components.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Handles.get(accessors[i], object);
        }
        all[positions[attribute]] = value;
        return construct(all);
    }
}
