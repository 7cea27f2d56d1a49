package dev.tenon.database.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An index. The methods that change something return a changed copy.
 *
 * @param name the name of the index; empty if the schema is to name it
 * @param parts the columns with their directions
 * @param isUnique whether no two rows share the values of the columns
 * @param where an SQL expression: only rows that meet it are in the index
 */
public record Index(String name, List<Part> parts, boolean isUnique, Optional<String> where) {

    /**
     * A column of an index.
     *
     * @param column the column
     * @param isDescending whether the index runs from the greatest value to the least
     */
    public record Part(String column, boolean isDescending) {}

    public Index {
        parts = List.copyOf(parts);
    }

    /** Returns an index over the columns, ascending. */
    public static Index on(String... columns) {
        return new Index(
                "",
                Arrays.stream(columns).map(c -> new Part(c, false)).toList(),
                false,
                Optional.empty());
    }

    /** Returns it under the given name. */
    public Index named(String given) {
        return new Index(given, parts, isUnique, where);
    }

    /** Returns it with one more column, descending. */
    public Index thenDescending(String column) {
        return with(new Part(column, true));
    }

    /** Returns it with one more column, ascending. */
    public Index then(String column) {
        return with(new Part(column, false));
    }

    /** Returns it as an index without equals. */
    public Index unique() {
        return new Index(name, parts, true, where);
    }

    /** Returns it for the rows that meet the condition. */
    public Index where(String condition) {
        return new Index(name, parts, isUnique, Optional.of(condition));
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    private Index with(Part part) {
        return new Index(name, Appended.to(parts, List.of(part)), isUnique, where);
    }
}
