package dev.tenon.crud.internal.entity;

import dev.tenon.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of an entity, or of what is embedded in it, in the row of its table. Immutable.
 *
 * <p>A value is read in two steps where it needs rows of other tables: {@link #read} gives what
 * stands in the row, and {@link #finish} makes the value of it when those rows are there. {@code
 * Optional} is no matter of slots.
 */
sealed interface Slot permits ValueSlot, EmbeddedSlot, ReferenceSlot, ElementsSlot {

    /** Returns in how many columns it stands. */
    int width();

    /** Returns whether its value needs rows of other tables. */
    boolean isLinked();

    /**
     * Returns what stands in the row, null if that is NULL: the value itself if it is not linked.
     *
     * @param column its first column
     */
    @Nullable Object read(Row row, int column) throws SQLException;

    /**
     * Says which other rows are needed.
     *
     * @param read what {@link #read} has returned
     */
    default void want(@Nullable Object read, Links links) {}

    /**
     * Returns the value.
     *
     * @param read what {@link #read} has returned
     * @param owner the key of the row; null if it consists of several columns
     */
    default @Nullable Object finish(@Nullable Object read, @Nullable Object owner, Links links) {
        return read;
    }

    /**
     * Puts what is bound for a value into its columns.
     *
     * @param first the first of them, from 0
     */
    void write(@Nullable Object value, @Nullable Object[] columns, int first);
}
