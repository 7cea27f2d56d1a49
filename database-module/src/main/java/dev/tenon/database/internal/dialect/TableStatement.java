package dev.tenon.database.internal.dialect;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The statement that creates one table. */
final class TableStatement {

    private final SqlDialect dialect;
    private final Table table;

    TableStatement(SqlDialect dialect, Table table) {
        this.dialect = dialect;
        this.table = table;
    }

    String create(List<ForeignKey> foreignKeys) {
        var parts = new ArrayList<String>();
        table.columns().forEach(c -> parts.add(column(c)));
        if (!table.primaryKey().isEmpty()
                && table.columns().stream().noneMatch(dialect::hasInlineKey)) {
            parts.add("PRIMARY KEY " + names(table.primaryKey()));
        }
        table.uniqueKeys()
                .forEach(k -> parts.add(constraint(k.name()) + "UNIQUE " + names(k.columns())));
        foreignKeys.forEach(k -> parts.add(foreignKey(k)));
        table.checks()
                .forEach(c -> parts.add(constraint(c.name()) + "CHECK (" + c.condition() + ")"));
        return "CREATE TABLE "
                + dialect.quote(table.name())
                + " (\n    "
                + String.join(",\n    ", parts)
                + "\n)"
                + dialect.tableOptions();
    }

    String foreignKey(ForeignKey key) {
        return constraint(key.name())
                + "FOREIGN KEY "
                + names(key.columns())
                + " REFERENCES "
                + dialect.quote(key.target())
                + " "
                + names(key.targetColumns())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + (key.isDeferred() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private String column(Column column) {
        return dialect.quote(column.name())
                + " "
                + dialect.type(column.type())
                + (column.isGenerated() ? " " + dialect.generated() : "")
                + (column.isNullable() ? "" : " NOT NULL")
                + column.defaultValue()
                        .map(d -> " DEFAULT " + dialect.expression(d, column.type()))
                        .orElse("")
                + dialect.typeCondition(column).map(c -> " CHECK (" + c + ")").orElse("");
    }

    private String constraint(String name) {
        return "CONSTRAINT " + dialect.quote(name) + " ";
    }

    private String names(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(joining(", ", "(", ")"));
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.sql();
    }
}
