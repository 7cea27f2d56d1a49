package dev.tenon.crud;

import dev.tenon.database.schema.Table;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a table. Immutable.
 *
 * @param database the name of its database
 * @param table its name, columns, keys, foreign keys, conditions and indexes
 * @param versionColumn the column that counts the changes of a row, if the entity of the table has
 *     a {@code @Version}
 * @param isReadOnly whether its rows cannot be changed by name
 * @param estimatedRows about how many rows it has; nothing if the engine has no idea yet
 */
public record TableSchema(
        String database,
        Table table,
        Optional<String> versionColumn,
        boolean isReadOnly,
        OptionalLong estimatedRows) {}
