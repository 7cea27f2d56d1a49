package dev.tenon.crud.internal.value;

import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.Schema;
import java.util.Optional;

/**
 * What is declared of columns. Immutable.
 *
 * @param schema the tables of the database; nothing if nobody has declared them
 */
public record DeclaredColumns(Optional<Schema> schema) {

    /** Returns a column of a table. */
    public Optional<Column> find(String table, String column) {
        return schema.flatMap(s -> s.table(table)).flatMap(t -> t.column(column));
    }

    /** Returns a column of a table if it holds exact numbers. */
    public Optional<DecimalColumn> decimal(String table, String column) {
        return find(table, column)
                .map(Column::type)
                .flatMap(type ->
                        type instanceof Decimal decimal
                                ? Optional.of(new DecimalColumn(table, column, decimal))
                                : Optional.empty());
    }
}
