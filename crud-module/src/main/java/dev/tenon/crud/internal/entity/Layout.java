package dev.tenon.crud.internal.entity;

import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.Generation;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import dev.tenon.database.mapping.EntityMapping;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity's table, in the order of its attributes. Immutable.
 *
 * @param columns all of them
 */
record Layout(List<Column> columns) {

    /**
     * A column.
     *
     * @param generation what fills it in where it is not set
     */
    record Column(String name, boolean isKey, boolean isVersion, Generation generation) {}

    static Layout of(EntityMapping entity) {
        return new Layout(entity.attributes().stream().flatMap(Layout::columns).toList());
    }

    private static Stream<Column> columns(AttributeMapping attribute) {
        return switch (attribute) {
            case Basic b ->
                    Stream.of(new Column(b.column(), b.isId(), b.isVersion(), b.generation()));
            case Reference r -> Stream.of(new Column(r.column(), r.isId(), false, Generation.NONE));
            case Embedded e -> e.attributes().stream().flatMap(Layout::columns);
            case Elements _ -> Stream.empty();
        };
    }

    /** Returns the positions of those that are the key or part of it. */
    int[] keys() {
        return positions(i -> columns.get(i).isKey());
    }

    /** Returns the positions of those that an update sets. */
    int[] settable() {
        var settable = positions(i -> !columns.get(i).isKey());
        return settable.length == 0 ? keys() : settable;
    }

    /** Returns the positions of those that the database does not number. */
    int[] notNumbered() {
        return positions(i -> columns.get(i).generation() != Generation.DATABASE);
    }

    /** Returns all positions. */
    int[] all() {
        return IntStream.range(0, columns.size()).toArray();
    }

    /** Returns the position of the column that counts the changes; -1 if there is none. */
    int version() {
        return IntStream.of(positions(i -> columns.get(i).isVersion())).findFirst().orElse(-1);
    }

    /** Returns the values at the positions. */
    static @Nullable Object[] pick(@Nullable Object[] row, int[] positions) {
        var picked = new @Nullable Object[positions.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = row[positions[i]];
        }
        return picked;
    }

    private int[] positions(IntPredicate wanted) {
        return IntStream.range(0, columns.size()).filter(wanted).toArray();
    }
}
