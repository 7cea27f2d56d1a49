package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import jakarta.data.exceptions.MappingException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Another entity, whose key stands in one column.
 *
 * @param name the attribute, for people
 * @param target the entity that is referred to, which may refer back
 */
record ReferenceSlot(String name, Supplier<EntityAccess> target) implements Slot {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public boolean isLinked() {
        return true;
    }

    @Override
    public @Nullable Object read(Row row, int column) throws SQLException {
        return target.get().readKey(row, column);
    }

    @Override
    public void want(@Nullable Object read, Links links) {
        if (read != null) {
            links.wantRow(target.get(), read);
        }
    }

    @Override
    public @Nullable Object finish(@Nullable Object read, @Nullable Object owner, Links links) {
        return read == null ? null : links.referred(target.get(), read);
    }

    @Override
    public void write(@Nullable Object value, @Nullable Object[] columns, int first) {
        if (value == null) {
            columns[first] = null;
            return;
        }
        var entity = target.get();
        if (entity.isUnset(entity.key(value))) {
            throw new MappingException(
                    name
                            + " refers to a "
                            + entity.type().getName()
                            + " without a key. Insert that one first, and refer to what the insert"
                            + " returns.");
        }
        entity.writeKey(value, columns, first);
    }
}
