package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

/**
 * What the rows that are there get in a column.
 *
 * @param table the table, by the name that it gets
 * @param column the column, by the name that it gets
 * @param expression an SQL expression of the engine over the columns of the row, which have their
 *     new names
 */
public record ColumnValue(String table, String column, String expression) {

    public ColumnValue {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(expression, "expression");
    }
}
