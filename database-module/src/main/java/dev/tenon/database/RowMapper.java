package dev.tenon.database;

import java.sql.SQLException;

/**
 * Makes an object of one row.
 *
 * @param <T> the object's type
 */
@FunctionalInterface
public interface RowMapper<T> {

    /**
     * Returns the object. The row is valid during the call only.
     *
     * @throws SQLException if a column cannot be read
     */
    T map(Row row) throws SQLException;
}
