package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.TableChange.TableDropped;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import dev.tenon.database.internal.generation.writing.TableWork;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A table that is there before and after, with the columns that it has both times.
 *
 * @param from its name before
 * @param to its name after
 * @param columns the names of the columns after by those before
 */
record Kept(String from, String to, Map<String, String> columns) {

    /** Returns the tables that a way keeps, with the columns that it keeps and the test takes. */
    static List<Kept> by(Way way, BiPredicate<String, String> takesColumn) {
        var difference = way.difference();
        var tables = new HashMap<String, String>();
        difference.changes(TableRenamed.class).forEach(r -> tables.put(r.from(), r.table()));
        var dropped =
                difference.changes(TableDropped.class).stream().map(TableDropped::table).toList();
        var kept = new ArrayList<Kept>();
        for (Table table : way.before().schema().tables()) {
            if (!dropped.contains(table.name())) {
                var to =
                        TableWork.found(
                                way.after().schema(),
                                tables.getOrDefault(table.name(), table.name()));
                kept.add(new Kept(table.name(), to.name(), columns(way, table, to, takesColumn)));
            }
        }
        return List.copyOf(kept);
    }

    private static Map<String, String> columns(
            Way way, Table from, Table to, BiPredicate<String, String> takes) {
        var renamed = new HashMap<String, String>();
        way.difference().changes(ColumnRenamed.class).stream()
                .filter(r -> r.table().equalsIgnoreCase(to.name()))
                .forEach(r -> renamed.put(r.from(), r.name()));
        var gone =
                way.difference().changes(ColumnDropped.class).stream()
                        .filter(d -> d.table().equalsIgnoreCase(to.name()))
                        .map(d -> d.column().name())
                        .toList();
        var columns = new HashMap<String, String>();
        for (Column column : from.columns()) {
            var name = renamed.getOrDefault(column.name(), column.name());
            // A dropped one is told by the name that it had, unless another has taken that.
            boolean isGone = gone.contains(column.name()) && !renamed.containsKey(column.name());
            column(to, name)
                    .filter(c -> !isGone && takes.test(to.name(), c.name()))
                    .ifPresent(c -> columns.put(column.name(), c.name()));
        }
        return columns;
    }

    private static Optional<Column> column(Table table, String name) {
        return table.columns().stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Returns whether the way gives the column values of another type. */
    static boolean hasNewType(Way way, String table, String column) {
        return way.difference().changes(ColumnTypeChanged.class).stream()
                .anyMatch(c -> c.table().equals(table) && c.name().equals(column));
    }
}
