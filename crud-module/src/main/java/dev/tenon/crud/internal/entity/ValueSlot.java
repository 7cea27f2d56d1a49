package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One value in one column. */
record ValueSlot(ValueForm form) implements Slot {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public boolean isLinked() {
        return false;
    }

    @Override
    public @Nullable Object read(Row row, int column) throws SQLException {
        return form.read(row, column);
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] columns, int first) {
        columns[first] = form.stored(value);
    }
}
