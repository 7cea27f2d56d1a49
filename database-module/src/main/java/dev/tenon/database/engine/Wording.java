package dev.tenon.database.engine;

import dev.tenon.database.schema.Column;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says expressions as the engine gives them back, for those that rewrite what they are given:
 * {@code a <> 'x'} is {@code (a <> 'x'::text)} on PostgreSQL. Belongs to the thread of its
 * connection.
 */
public interface Wording {

    /**
     * Returns the condition of a check or of an index in the words of the engine.
     *
     * @param columns the columns of the table
     * @param renamed the columns of them that get another name, with that name, which the result
     *     has; the condition has the old one
     * @return nothing if the engine does not take the condition
     * @throws SQLException if the engine cannot be asked
     */
    Optional<String> condition(List<Column> columns, Map<String, String> renamed, String condition)
            throws SQLException;

    /**
     * Returns the default of the column in the words of the engine.
     *
     * @return nothing if the column has none, or the engine does not take it
     * @throws SQLException if the engine cannot be asked
     */
    Optional<String> defaultValue(Column column) throws SQLException;
}
