package dev.tenon.database.internal.difference;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnDropped;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.internal.difference.ColumnChange.DefaultChanged;
import dev.tenon.database.internal.difference.ColumnChange.NullabilityChanged;
import dev.tenon.database.internal.difference.ColumnChange.NumberingChanged;
import dev.tenon.database.internal.difference.ConstraintChange.PrimaryKeyChanged;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Table;
import java.util.List;

/** Compares two tables that are the same one, before and after. Used once. */
final class TableComparison {

    private final Pairs<Column> columns;
    private final Table to;
    private final Table asFound;
    private final Table asWanted;
    private final List<Change> changes;

    /**
     * @param from the table with the names of the second schema
     * @param to the table of the second schema
     * @param changes where they are added
     */
    TableComparison(
            Dialect dialect, Pairs<Column> columns, Table from, Table to, List<Change> changes) {
        this.asFound = dialect.asFound(from);
        this.asWanted = dialect.asFound(to);
        this.columns = columns;
        this.to = to;
        this.changes = changes;
    }

    void run() {
        var table = to.name();
        columns.renamed()
                .forEach(
                        p -> changes.add(new ColumnRenamed(table, p.from().name(), p.to().name())));
        columns.added().forEach(c -> changes.add(new ColumnAdded(table, c)));
        columns.dropped().forEach(c -> changes.add(new ColumnDropped(table, c)));
        columns.both().forEach(p -> compare(p.from(), p.to()));
        if (!asFound.primaryKey().equals(asWanted.primaryKey())) {
            changes.add(new PrimaryKeyChanged(table, asFound.primaryKey(), asWanted.primaryKey()));
        }
    }

    private void compare(Column before, Column after) {
        var table = to.name();
        var found = asFound.column(after.name()).orElse(before);
        var wanted = asWanted.column(after.name()).orElse(after);
        if (!found.type().equals(wanted.type())) {
            changes.add(new ColumnTypeChanged(table, before, after));
        }
        if (found.isNullable() != wanted.isNullable()) {
            changes.add(new NullabilityChanged(table, before, after));
        }
        if (!found.defaultValue().equals(wanted.defaultValue())) {
            changes.add(new DefaultChanged(table, before, after));
        }
        if (found.isGenerated() != wanted.isGenerated()) {
            changes.add(new NumberingChanged(table, before, after));
        }
    }
}
