package dev.tenon.crud.internal.row;

import dev.tenon.crud.Expanded;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.StoredValue;
import dev.tenon.database.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which columns of a table are read, and which of them are shown. Immutable. */
public final class RowShape {

    private final KnownTable table;
    private final List<KnownColumn> read;
    private final Map<String, Integer> shown = new LinkedHashMap<>();
    private final int[] places;

    private RowShape(KnownTable table, List<KnownColumn> read, List<KnownColumn> shown) {
        this.table = table;
        this.read = read;
        places = new int[table.columns().size()];
        for (int i = 0; i < read.size(); i++) {
            places[read.get(i).position()] = i + 1;
        }
        shown.forEach(c -> this.shown.put(c.name(), placeOf(c)));
    }

    /** Returns that of whole rows. */
    public static RowShape whole(KnownTable table) {
        return new RowShape(table, table.columns(), table.columns());
    }

    /**
     * Returns that of some columns, besides which the key is read.
     *
     * @param shown those that are shown
     * @param besides those that are read without being shown
     */
    public static RowShape of(
            KnownTable table, List<KnownColumn> shown, List<KnownColumn> besides) {
        var read = new LinkedHashSet<>(shown);
        read.addAll(table.key());
        read.addAll(besides);
        return new RowShape(table, new ArrayList<>(read), shown);
    }

    /** Returns the table. */
    public KnownTable table() {
        return table;
    }

    /** Returns the columns as they stand between SELECT and FROM, or after RETURNING. */
    public String list() {
        return read.stream().map(KnownColumn::quoted).collect(Collectors.joining(", "));
    }

    /** Returns the values of a row, as {@link #row} takes them. */
    public @Nullable Object[] read(Row row) throws SQLException {
        var values = new @Nullable Object[read.size()];
        for (int i = 0; i < values.length; i++) {
            var column = read.get(i);
            var value = row.get(i + 1, column.readAs());
            values[i] = value == null ? null : StoredValue.asDeclared(value, column.type());
        }
        return values;
    }

    /** Returns the value of a column that is read. */
    public @Nullable Object value(@Nullable Object[] values, KnownColumn column) {
        return values[placeOf(column)];
    }

    /** Returns a row of the values, and of what they lead to; neither is changed any more. */
    public TableRow row(@Nullable Object[] values, Map<String, Expanded> expanded) {
        return new ReadRow(this, values, expanded);
    }

    /** Returns the place of each column that is shown among the values. */
    Map<String, Integer> shown() {
        return shown;
    }

    /** Returns whether all columns of the table are read. */
    boolean isWhole() {
        return read.size() == table.columns().size();
    }

    /** Returns whether the column is read. */
    boolean has(KnownColumn column) {
        return places[column.position()] > 0;
    }

    int placeOf(KnownColumn column) {
        return places[column.position()] - 1;
    }
}
