package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An object whose attributes stand in columns of the same table; null if all of them are NULL. */
record EmbeddedSlot(Slots slots) implements Slot {

    @Override
    public int width() {
        return slots.width();
    }

    @Override
    public boolean isLinked() {
        return slots.isLinked();
    }

    @Override
    public @Nullable Object read(Row row, int column) throws SQLException {
        var values = slots.read(row, column);
        if (areAllNull(values)) {
            return null;
        }
        return isLinked() ? values : slots.make(values);
    }

    private static boolean areAllNull(@Nullable Object[] values) {
        for (var value : values) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void want(@Nullable Object read, Links links) {
        if (read instanceof Object[] values) {
            slots.want(values, links);
        }
    }

    @Override
    public @Nullable Object finish(@Nullable Object read, @Nullable Object owner, Links links) {
        return isLinked() && read instanceof Object[] values
                ? slots.make(slots.finish(values, owner, links))
                : read;
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] columns, int first) {
        if (value == null) {
            Arrays.fill(columns, first, first + width(), null);
        } else {
            slots.write(value, columns, first);
        }
    }
}
