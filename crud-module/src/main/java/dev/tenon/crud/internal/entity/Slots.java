package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes of one class in their order, and the objects that they make up. Immutable. */
final class Slots {

    private final ObjectShape shape;
    private final List<String> names;
    private final List<Slot> all;
    private final boolean[] areOptional;
    private final int[] offsets;
    private final int width;
    private final boolean isLinked;

    /**
     * Makes those of a class.
     *
     * @param areOptional which of them have an {@code Optional} round them
     */
    Slots(ObjectShape shape, List<String> names, List<Slot> all, boolean[] areOptional) {
        this.shape = shape;
        this.names = List.copyOf(names);
        this.all = List.copyOf(all);
        this.areOptional = areOptional.clone();
        offsets = new int[all.size()];
        int next = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += all.get(i).width();
        }
        width = next;
        isLinked = all.stream().anyMatch(Slot::isLinked);
    }

    ObjectShape shape() {
        return shape;
    }

    List<Slot> all() {
        return all;
    }

    int width() {
        return width;
    }

    /** Returns the first column of an attribute, from 0. */
    int firstColumn(int attribute) {
        return offsets[attribute];
    }

    boolean isLinked() {
        return isLinked;
    }

    /** Returns those that have several values. */
    Stream<ElementsSlot> elements() {
        return all.stream()
                .flatMap(slot ->
                        switch (slot) {
                            case ElementsSlot e -> Stream.of(e);
                            case EmbeddedSlot e -> e.slots().elements();
                            case ValueSlot _, ReferenceSlot _ -> Stream.empty();
                        });
    }

    /** Tells of each attribute with several values, if the object has it at all. */
    void eachElements(Object object, BiConsumer<ElementsSlot, Collection<?>> action) {
        for (int i = 0; i < areOptional.length; i++) {
            var slot = all.get(i);
            if (slot instanceof ElementsSlot several) {
                action.accept(several, get(object, i) instanceof Collection<?> c ? c : List.of());
            } else if (slot instanceof EmbeddedSlot embedded) {
                var inner = get(object, i);
                if (inner != null) {
                    embedded.slots().eachElements(inner, action);
                }
            }
        }
    }

    /** Returns what stands in the row, one for each attribute. */
    @Nullable Object[] read(Row row, int column) throws SQLException {
        var values = new @Nullable Object[areOptional.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).read(row, column + offsets[i]);
        }
        return values;
    }

    void want(@Nullable Object[] read, Links links) {
        for (int i = 0; i < read.length; i++) {
            all.get(i).want(read[i], links);
        }
    }

    /** Returns the values. */
    @Nullable Object[] finish(@Nullable Object[] read, @Nullable Object owner, Links links) {
        var values = new @Nullable Object[read.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).finish(read[i], owner, links);
        }
        return values;
    }

    /** Returns an object with the values, which are no more used afterwards. */
    Object make(@Nullable Object[] values) {
        wrap(values);
        return shape.make(values);
    }

    /** Puts an {@code Optional} round those that have one. */
    void wrap(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (areOptional[i]) {
                values[i] = Optional.ofNullable(values[i]);
            }
        }
    }

    /** Returns the value of an attribute, without an {@code Optional} round it. */
    @Nullable Object get(Object object, int attribute) {
        var value = shape.get(object, attribute);
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    /** Returns the one of a path with dots. */
    Slot at(String path) {
        int dot = path.indexOf('.');
        var first = all.get(position(dot < 0 ? path : path.substring(0, dot)));
        return dot < 0 ? first : within(first, path).at(path.substring(dot + 1));
    }

    /** Returns the value of the attribute of a path with dots. */
    @Nullable Object value(Object object, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return get(object, position(path));
        }
        int first = position(path.substring(0, dot));
        var inner = get(object, first);
        return inner == null
                ? null
                : within(all.get(first), path).value(inner, path.substring(dot + 1));
    }

    private int position(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException("There is no attribute " + name + ".");
        }
        return position;
    }

    private static Slots within(Slot outer, String path) {
        return switch (outer) {
            case EmbeddedSlot e -> e.slots();
            case ReferenceSlot r -> r.target().get().slots();
            case ValueSlot _, ElementsSlot _ ->
                    throw new IllegalArgumentException("There is no attribute " + path + ".");
        };
    }

    /** Returns the object with another value. */
    Object with(Object object, int attribute, Object value) {
        return shape.with(object, attribute, areOptional[attribute] ? Optional.of(value) : value);
    }

    void write(Object object, @Nullable Object[] columns, int first) {
        for (int i = 0; i < areOptional.length; i++) {
            var slot = all.get(i);
            if (slot.width() > 0) {
                slot.write(get(object, i), columns, first + offsets[i]);
            }
        }
    }
}
