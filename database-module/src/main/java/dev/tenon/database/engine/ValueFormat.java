package dev.tenon.database.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an engine stores the values of Java. */
public interface ValueFormat {

    /**
     * Binds a value unchanged.
     *
     * @throws IllegalArgumentException if it could not be read back as it is; the message is the
     *     reason
     */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /**
     * Returns how columns are read as the type.
     *
     * @throws IllegalArgumentException if the engine stores no such values; the message is the
     *     reason
     */
    ColumnReader reader(Class<?> type);
}
