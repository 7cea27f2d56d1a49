package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnRenamed;
import dev.tenon.database.internal.difference.SchemaDifference;
import dev.tenon.database.internal.difference.TableChange.TableRenamed;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that give tables and columns their new names, on engines where references, views
 * and triggers follow. The difference has the renames in an order in which no name is taken twice.
 */
public final class Renames {

    private Renames() {}

    public static List<String> of(SchemaDifference difference, Dialect dialect) {
        var statements = new ArrayList<String>();
        for (TableRenamed renamed : difference.changes(TableRenamed.class)) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s"
                            .formatted(
                                    dialect.quote(renamed.from()), dialect.quote(renamed.table())));
        }
        for (ColumnRenamed renamed : difference.changes(ColumnRenamed.class)) {
            statements.add(
                    "ALTER TABLE %s RENAME COLUMN %s TO %s"
                            .formatted(
                                    dialect.quote(renamed.table()),
                                    dialect.quote(renamed.from()),
                                    dialect.quote(renamed.name())));
        }
        return List.copyOf(statements);
    }
}
