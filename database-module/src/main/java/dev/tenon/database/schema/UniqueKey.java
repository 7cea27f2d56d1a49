package dev.tenon.database.schema;

import java.util.List;

/**
 * Columns whose values together no two rows share.
 *
 * @param name the name of the constraint; empty if the schema is to name it
 * @param columns the columns in their order
 */
public record UniqueKey(String name, List<String> columns) {

    public UniqueKey {
        columns = List.copyOf(columns);
    }

    UniqueKey named(String given) {
        return new UniqueKey(given, columns);
    }
}
