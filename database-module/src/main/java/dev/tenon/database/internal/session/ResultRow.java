package dev.tenon.database.internal.session;

import dev.tenon.database.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The current row of a result. */
record ResultRow(ResultSet result, Rows rows, SqlText text) implements Row {

    @Override
    @SuppressWarnings("unchecked") // A reader returns what it was asked for, boxed.
    public <T> @Nullable T get(int column, Class<T> type) throws SQLException {
        try {
            return (T) rows.reader(type).read(result, column);
        } catch (IllegalArgumentException e) {
            throw rows.unreadable(text, e);
        }
    }

    @Override
    public <T> @Nullable T get(String column, Class<T> type) throws SQLException {
        return get(result.findColumn(column), type);
    }
}
