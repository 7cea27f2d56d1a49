package dev.tenon.database.internal.session;

import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.engine.EngineConnection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a row of one statement becomes an object of one type, column by column. */
interface RowPlan {

    /**
     * Makes the object of the current row.
     *
     * @throws IllegalArgumentException if a value does not fit
     */
    @Nullable Object make(ResultSet row) throws SQLException;

    /** Returns whether the columns of the rows are still those that the plan was made for. */
    boolean fits(long schemaVersion, ResultSet rows) throws SQLException;

    /** Returns the names of the columns. */
    static List<String> labels(ResultSetMetaData columns) throws SQLException {
        var labels = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i));
        }
        return labels;
    }

    /** A type that one column holds. */
    record Single(ColumnReader reader) implements RowPlan {
        @Override
        public @Nullable Object make(ResultSet row) throws SQLException {
            return reader.read(row, 1);
        }

        @Override
        public boolean fits(long schemaVersion, ResultSet rows) {
            return true;
        }
    }

    /** A record, from the columns of its components. */
    final class OfRecord implements RowPlan {
        private final RecordShape shape;
        private final long schemaVersion;
        private final List<String> labels;
        private final int[] columns;
        private final ColumnReader[] readers;

        OfRecord(
                RecordShape shape,
                long schemaVersion,
                List<String> labels,
                int[] columns,
                ColumnReader[] readers) {
            this.shape = shape;
            this.schemaVersion = schemaVersion;
            this.labels = labels;
            this.columns = columns;
            this.readers = readers;
        }

        @Override
        public Object make(ResultSet row) throws SQLException {
            var values = new @Nullable Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                try {
                    values[i] = readers[i].read(row, columns[i]);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "The component " + shape.name(i) + ": " + e.getMessage(), e);
                }
            }
            return shape.construct(values);
        }

        @Override
        public boolean fits(long current, ResultSet rows) throws SQLException {
            return current == EngineConnection.UNKNOWN
                    ? labels.equals(RowPlan.labels(rows.getMetaData()))
                    : current == schemaVersion;
        }
    }
}
