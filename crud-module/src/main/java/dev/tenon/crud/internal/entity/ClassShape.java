package dev.tenon.crud.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class that is no record: its constructor without parameters, and its fields. */
final class ClassShape implements ObjectShape {

    private final Class<?> type;
    private final MethodHandle constructor;
    private final List<String> names;
    private final boolean[] primitive;
    private final MethodHandle[] getters;
    private final MethodHandle[] setters;

    private ClassShape(Class<?> type, MethodHandle constructor, List<String> names)
            throws ReflectiveOperationException {
        this.type = type;
        this.constructor = constructor;
        this.names = List.copyOf(names);
        primitive = new boolean[names.size()];
        getters = new MethodHandle[names.size()];
        setters = new MethodHandle[names.size()];
        for (int i = 0; i < names.size(); i++) {
            var field = type.getDeclaredField(names.get(i));
            field.setAccessible(true);
            primitive[i] = field.getType().isPrimitive();
            getters[i] = Handles.getter(MethodHandles.lookup().unreflectGetter(field));
            setters[i] = Handles.setter(MethodHandles.lookup().unreflectSetter(field));
        }
    }

    static ClassShape of(Class<?> type, List<String> attributes) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var handle =
                    MethodHandles.lookup()
                            .unreflectConstructor(constructor)
                            .asType(MethodType.methodType(Object.class));
            return new ClassShape(type, handle, attributes);
        } catch (NoSuchMethodException e) {
            throw ObjectShape.unusable(
                    type,
                    "it has no constructor without parameters. Add one, of any visibility, or make it"
                            + " a record.");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw ObjectShape.unusable(type, "its fields cannot be used (" + e + ").");
        }
    }

    @Override
    public Object make(@Nullable Object[] values) {
        var object = empty();
        fill(object, values);
        return object;
    }

    /** Returns an object without values, for one that is referred to by those it refers to. */
    Object empty() {
        try {
            return (Object) constructor.invokeExact();
        } catch (Throwable t) {
            throw Handles.thrown(t);
        }
    }

    void fill(Object object, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            set(object, i, values[i]);
        }
    }

    @Override
    public @Nullable Object get(Object object, int attribute) {
        return Handles.get(getters[attribute], object);
    }

    @Override
    public Object with(Object object, int attribute, @Nullable Object value) {
        set(object, attribute, value);
        return object;
    }

    private void set(Object object, int attribute, @Nullable Object value) {
        if (value == null && primitive[attribute]) {
            throw ObjectShape.nullForPrimitive(type, names.get(attribute));
        }
        Handles.set(setters[attribute], object, value);
    }
}
