package dev.tenon.crud.internal.row;

import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values of columns of one table, checked and in the types of their columns, in the order of the
 * columns. Immutable. Bulks have one of it for every row: the values stand in an array.
 */
public final class RowValues {

    /** Stands for no value, not even NULL. */
    private static final Object ABSENT = new Object();

    private final KnownTable table;
    private final @Nullable Object[] byPosition;
    private final List<KnownColumn> columns;

    private RowValues(KnownTable table, @Nullable Object[] byPosition) {
        this.table = table;
        this.byPosition = byPosition;
        columns =
                isComplete(byPosition)
                        ? table.columns()
                        : table.columns().stream().filter(this::has).toList();
    }

    private static boolean isComplete(@Nullable Object[] byPosition) {
        for (var value : byPosition) {
            if (ABSENT.equals(value)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the columns that have a value, or NULL. */
    public List<KnownColumn> columns() {
        return columns;
    }

    /** Returns the values in the order of the columns. */
    public @Nullable Object[] values() {
        if (columns.size() == byPosition.length) {
            return byPosition.clone();
        }
        return columns.stream().<@Nullable Object>map(this::get).toArray();
    }

    /** Returns the value of the column, null for NULL, and if it has none. */
    public @Nullable Object get(KnownColumn column) {
        var value = byPosition[column.position()];
        return ABSENT.equals(value) ? null : value;
    }

    /** Returns whether there is nothing. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Returns whether the column has a value, or NULL. */
    public boolean has(KnownColumn column) {
        return !ABSENT.equals(byPosition[column.position()]);
    }

    /** Returns these with one more. */
    public RowValues with(KnownColumn column, @Nullable Object value) {
        var more = byPosition.clone();
        more[column.position()] = value;
        return new RowValues(table, more);
    }

    /** Returns those whose columns are so. */
    public RowValues where(Predicate<KnownColumn> wanted) {
        var fewer = byPosition.clone();
        columns.stream().filter(wanted.negate()).forEach(c -> fewer[c.position()] = ABSENT);
        return new RowValues(table, fewer);
    }

    /** Collects values of one row. For one thread. */
    public static final class Builder {

        private final KnownTable table;
        private final @Nullable Object[] byPosition;

        /** Begins without values. */
        public Builder(KnownTable table) {
            this.table = table;
            byPosition = new @Nullable Object[table.columns().size()];
            Arrays.fill(byPosition, ABSENT);
        }

        /** Gives a column a value. */
        public void put(KnownColumn column, @Nullable Object value) {
            byPosition[column.position()] = value;
        }

        /** Takes the value of a column away and returns it; null for NULL, and if it has none. */
        public @Nullable Object remove(KnownColumn column) {
            var value = get(column);
            byPosition[column.position()] = ABSENT;
            return value;
        }

        /** Returns the value of the column, null for NULL, and if it has none. */
        public @Nullable Object get(KnownColumn column) {
            var value = byPosition[column.position()];
            return ABSENT.equals(value) ? null : value;
        }

        /** Returns whether the column has a value, or NULL. */
        public boolean has(KnownColumn column) {
            return !ABSENT.equals(byPosition[column.position()]);
        }

        /** Returns the values. */
        public RowValues build() {
            return new RowValues(table, byPosition.clone());
        }
    }
}
