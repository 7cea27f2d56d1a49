package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of statements that engines with servers have in common. */
public record Parts(Dialect dialect) {

    public String alter(String table) {
        return "ALTER TABLE " + dialect.quote(table) + " ";
    }

    public String names(List<String> columns) {
        return "(" + String.join(", ", columns.stream().map(dialect::quote).toList()) + ")";
    }

    /** Returns the names of all columns of a table, with commas between. */
    public String columns(Table table) {
        return table.columns().stream()
                .map(c -> dialect.quote(c.name()))
                .collect(Collectors.joining(", "));
    }

    /** Returns a table without its foreign keys. */
    public static Table alone(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                List.of(),
                table.checks(),
                table.indexes(),
                List.of());
    }

    /** Returns the column without what its rows cannot have yet. */
    public static Column open(Column column) {
        return column.isNullable() ? column : column.nullable();
    }

    /** Gives rows a value: those without one, or all of them. */
    public String fill(String table, String column, String value, boolean isOnlyEmpty) {
        var name = dialect.quote(column);
        return "UPDATE "
                + dialect.quote(table)
                + " SET "
                + name
                + " = "
                + value
                + (isOnlyEmpty ? " WHERE " + name + " IS NULL" : "");
    }
}
