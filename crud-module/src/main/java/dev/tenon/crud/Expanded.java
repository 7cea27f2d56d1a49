package dev.tenon.crud;

import java.util.List;
import java.util.Optional;

/** The rows that a step of {@link RowQuery#expand} has led to from one row. Immutable. */
public sealed interface Expanded {

    /**
     * Along a foreign key.
     *
     * @param row the row that is referred to; nothing if the reference is NULL
     */
    record One(Optional<TableRow> row) implements Expanded {}

    /**
     * Back along a foreign key.
     *
     * @param rows the rows that refer to this one, in the order of their keys
     */
    record Many(List<TableRow> rows) implements Expanded {
        public Many {
            rows = List.copyOf(rows);
        }
    }

    /** Returns the rows, however many there can be. */
    default List<TableRow> rows() {
        return switch (this) {
            case One(var row) -> row.stream().toList();
            case Many(var rows) -> rows;
        };
    }
}
