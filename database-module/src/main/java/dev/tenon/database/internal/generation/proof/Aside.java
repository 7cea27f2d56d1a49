package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnAdded;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.TableChange.TableAdded;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves what the way up has added out of the way of what is to get its old name back: otherwise the
 * two would be taken for one.
 */
final class Aside {

    private final Dialect dialect;
    private final Way up;
    private final List<String> statements = new ArrayList<>();

    private Aside(Dialect dialect, Way up) {
        this.dialect = dialect;
        this.up = up;
    }

    static List<String> statements(Dialect dialect, Way up) {
        return new Aside(dialect, up).statements();
    }

    private List<String> statements() {
        var difference = up.difference();
        for (TableRenamed renamed : difference.changes(TableRenamed.class)) {
            difference.changes(TableAdded.class).stream()
                    .filter(a -> isSame(a.table(), renamed.from()))
                    .forEach(a ->
                            statements.add(
                                    alter(a.table())
                                            + "RENAME TO "
                                            + dialect.quote(free(tables()))));
        }
        for (ColumnRenamed renamed : difference.changes(ColumnRenamed.class)) {
            difference.changes(ColumnAdded.class).stream()
                    .filter(a -> a.table().equals(renamed.table()))
                    .filter(a -> isSame(a.name(), renamed.from()))
                    .forEach(a ->
                            statements.add(
                                    alter(a.table())
                                            + "RENAME COLUMN "
                                            + dialect.quote(a.name())
                                            + " TO "
                                            + dialect.quote(free(columns(a.table())))));
        }
        return List.copyOf(statements);
    }

    private String alter(String table) {
        return "ALTER TABLE " + dialect.quote(table) + " ";
    }

    private boolean isSame(String one, String other) {
        return dialect.folded(one).equals(dialect.folded(other));
    }

    private List<String> tables() {
        return up.after().schema().tables().stream().map(Table::name).toList();
    }

    private List<String> columns(String table) {
        return up.after().schema().table(table).stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::name)
                .toList();
    }

    private String free(List<String> taken) {
        int number = statements.size() + 1;
        while (taken.contains("added_" + number)) {
            number++;
        }
        return "added_" + number;
    }
}
