package dev.tenon.database.internal.dialect;

import dev.tenon.database.schema.Column;
import java.util.List;
import java.util.Map;

/**
 * What a table has that a schema cannot say.
 *
 * @param ofColumns what stands behind the definition of a column, by its name
 * @param columns whole columns, such as generated ones
 * @param options what stands behind the closing parenthesis, with a space before it
 */
public record TableExtras(Map<String, String> ofColumns, List<String> columns, String options) {

    public TableExtras {
        ofColumns = Map.copyOf(ofColumns);
        columns = List.copyOf(columns);
    }

    /** Returns those of a table that is made from a schema alone. */
    public static TableExtras none(SqlDialect dialect) {
        return new TableExtras(Map.of(), List.of(), dialect.tableOptions());
    }

    String of(Column column) {
        return ofColumns.containsKey(column.name()) ? " " + ofColumns.get(column.name()) : "";
    }
}
