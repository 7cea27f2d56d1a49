package dev.tenon.crud.internal.row;

import dev.tenon.crud.internal.table.KnownColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values of columns of one table, checked and in the types of their columns. Immutable. */
public record RowValues(Map<KnownColumn, @Nullable Object> byColumn) {

    public RowValues {
        byColumn = Collections.unmodifiableMap(new LinkedHashMap<>(byColumn));
    }

    /** Returns the columns. */
    public List<KnownColumn> columns() {
        return List.copyOf(byColumn.keySet());
    }

    /** Returns the values in the order of the columns. */
    public @Nullable Object[] values() {
        return byColumn.values().toArray();
    }

    /** Returns whether there is nothing. */
    public boolean isEmpty() {
        return byColumn.isEmpty();
    }

    /** Returns whether the column has a value, or NULL. */
    public boolean has(KnownColumn column) {
        return byColumn.containsKey(column);
    }

    /** Returns these with one more. */
    public RowValues with(KnownColumn column, @Nullable Object value) {
        var more = new LinkedHashMap<KnownColumn, @Nullable Object>(byColumn);
        more.put(column, value);
        return new RowValues(more);
    }

    /** Returns those whose columns are so. */
    public RowValues where(Predicate<KnownColumn> wanted) {
        var fewer = new LinkedHashMap<KnownColumn, @Nullable Object>();
        byColumn.forEach((column, value) -> {
            if (wanted.test(column)) {
                fewer.put(column, value);
            }
        });
        return new RowValues(fewer);
    }
}
