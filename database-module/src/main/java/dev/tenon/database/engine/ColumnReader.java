package dev.tenon.database.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one column of the current row as a certain type. */
@FunctionalInterface
public interface ColumnReader {

    /**
     * Returns the value, null if it is NULL.
     *
     * @throws IllegalArgumentException if the value is not of the type; the message is the reason
     */
    @Nullable Object read(ResultSet row, int column) throws SQLException;
}
