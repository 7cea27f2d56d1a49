package dev.tenon.database.internal.dialect;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.ReferentialAction;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** The statement that creates one table, and parts of it for those that change it. */
public final class TableStatement {

    private final SqlDialect dialect;
    private final Table table;

    /**
     * Prepares for a table.
     *
     * @param table the table, whose constraints need not have names
     */
    public TableStatement(SqlDialect dialect, Table table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** Returns the statement with these foreign keys. */
    public String create(List<ForeignKey> foreignKeys) {
        return create(foreignKeys, TableExtras.none(dialect));
    }

    /** Returns the statement with these foreign keys and what a schema cannot say. */
    public String create(List<ForeignKey> foreignKeys, TableExtras extras) {
        var parts = new ArrayList<String>();
        table.columns().forEach(c -> parts.add(column(c) + extras.of(c)));
        parts.addAll(extras.columns());
        if (!table.primaryKey().isEmpty()
                && table.columns().stream().noneMatch(dialect::hasInlineKey)) {
            parts.add("PRIMARY KEY " + names(table.primaryKey()));
        }
        table.uniqueKeys().forEach(k -> parts.add(uniqueKey(k)));
        foreignKeys.forEach(k -> parts.add(foreignKey(k)));
        table.checks().forEach(c -> parts.add(check(c)));
        return "CREATE TABLE "
                + dialect.quote(table.name())
                + " (\n    "
                + String.join(",\n    ", parts)
                + "\n)"
                + extras.options();
    }

    /** Returns the constraint. */
    public String uniqueKey(UniqueKey key) {
        return constraint(key.name()) + "UNIQUE " + names(key.columns());
    }

    /** Returns the constraint. */
    public String check(Check check) {
        return constraint(check.name()) + "CHECK (" + check.condition() + ")";
    }

    /** Returns the constraint. */
    public String foreignKey(ForeignKey key) {
        return constraint(key.name()) + "FOREIGN KEY " + names(key.columns()) + target(key);
    }

    /** Returns the constraint as it stands with its one column. */
    public String reference(ForeignKey key) {
        return (constraint(key.name()).stripTrailing() + target(key)).strip();
    }

    private String target(ForeignKey key) {
        return " REFERENCES "
                + dialect.quote(key.target())
                + " "
                + names(key.targetColumns())
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + (key.isDeferred() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    /** Returns the definition of a column. */
    public String column(Column column) {
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
        return name.isEmpty() ? "" : "CONSTRAINT " + dialect.quote(name) + " ";
    }

    /** Returns the names in parentheses. */
    public String names(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(joining(", ", "(", ")"));
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.sql();
    }
}
