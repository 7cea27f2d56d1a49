package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.Column;
import java.util.List;

/** The names of columns, which a statement may have in other letters. */
final class ColumnNames {

    private ColumnNames() {}

    /** Returns the name as the column has it. */
    static String in(List<Column> columns, String name) {
        return columns.stream()
                .map(Column::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
