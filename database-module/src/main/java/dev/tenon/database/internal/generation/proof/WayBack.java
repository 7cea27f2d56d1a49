package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import dev.tenon.database.internal.generation.writing.Goal;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.util.List;
import java.util.Optional;

/** Makes of what a database held the goal of the way back, with every new name as a former one. */
public final class WayBack {

    private final SchemaDifference difference;

    private WayBack(SchemaDifference difference) {
        this.difference = difference;
    }

    public static Goal of(Way up, Dialect dialect) {
        var back = new WayBack(up.difference());
        var tables = up.before().schema().tables().stream().map(back::table).toList();
        return new Goal(
                Schema.found(tables), Aside.statements(dialect, up), Optional.of(up.before()));
    }

    private Table table(Table table) {
        var newName =
                difference.changes(TableRenamed.class).stream()
                        .filter(r -> r.from().equals(table.name()))
                        .map(TableRenamed::table)
                        .findFirst();
        var name = newName.orElse(table.name());
        return new Table(
                table.name(),
                table.columns().stream().map(c -> column(name, c)).toList(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                table.checks(),
                table.indexes(),
                newName.map(List::of).orElse(List.of()));
    }

    private Column column(String table, Column column) {
        return difference.changes(ColumnRenamed.class).stream()
                .filter(r -> r.table().equals(table) && r.from().equals(column.name()))
                .findFirst()
                .map(r -> column.renamedFrom(r.name()))
                .orElse(column);
    }
}
