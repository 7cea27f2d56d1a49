package dev.tenon.database.internal.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes an object of the current row. */
@FunctionalInterface
interface RowReader<T extends @Nullable Object> {

    T read(ResultSet row) throws SQLException;
}
