package dev.tenon.database.internal.session;

import dev.tenon.database.engine.ColumnReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a record of a row, from the columns of its components. */
final class RecordReader implements RowReader<@Nullable Object> {

    private final RecordShape shape;
    private final int[] columns;
    private final ColumnReader[] readers;

    RecordReader(RecordShape shape, int[] columns, ColumnReader[] readers) {
        this.shape = shape;
        this.columns = columns;
        this.readers = readers;
    }

    @Override
    public Object read(ResultSet row) throws SQLException {
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
}
