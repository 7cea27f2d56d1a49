package dev.tenon.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The current row of a query. Columns are counted from 1, as in JDBC, or named by their labels. */
public interface Row {

    /**
     * Returns the value of a column as the type, null if it is NULL.
     *
     * @throws SQLException if there is no such column, or its value is not of the type
     */
    <T> @Nullable T get(int column, Class<T> type) throws SQLException;

    /**
     * Returns the value of a column as the type, null if it is NULL.
     *
     * @throws SQLException if there is no such column, or its value is not of the type
     */
    <T> @Nullable T get(String column, Class<T> type) throws SQLException;
}
