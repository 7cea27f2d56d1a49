package dev.tenon.crud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was read. Immutable.
 *
 * <p>Values are of the type that belongs to their column: {@code Boolean}; {@code Integer} for
 * {@code SMALLINT} and {@code INTEGER}, {@code Long} for {@code BIGINT}; {@code Float} for {@code
 * REAL}, {@code Double}, {@code BigDecimal}; {@code String} for texts, JSON and types of one
 * engine; {@code byte[]}, a copy each time; {@code LocalDate}, {@code LocalTime}; {@code Instant}
 * for {@code TIMESTAMP}, {@code LocalDateTime} for {@code TIMESTAMP_LOCAL}; {@code UUID}.
 */
public interface TableRow {

    /** Returns the name of the table. */
    String table();

    /** Returns the names of the columns that were asked for, in their order. */
    List<String> columns();

    /**
     * Returns the value of a column, null if it is NULL.
     *
     * @throws IllegalArgumentException if there is no such column in this row
     */
    @Nullable Object get(String column);

    /**
     * Returns the value of a column, nothing if it is NULL.
     *
     * @throws IllegalArgumentException if there is no such column in this row
     * @throws ClassCastException if its value is of another type
     */
    <T> Optional<T> get(String column, Class<T> type);

    /** Returns the values by column, in their order; unmodifiable, with null for NULL. */
    Map<String, @Nullable Object> values();

    /** Returns the key, whether its columns were asked for or not; nothing if there is none. */
    Optional<RowKey> key();

    /**
     * Returns a text that changes whenever a value of the row does, and is the same on every
     * engine, except for JSON documents, which some engines write anew. Nothing if not all columns
     * were read.
     */
    Optional<String> hash();

    /**
     * Returns what makes a change fail if the row is not as it was read: its version if the table
     * has one, else its hash.
     *
     * @throws IllegalStateException if the columns were not read that it takes
     */
    RowMatch unchanged();

    /** Returns what {@link RowQuery#expand} has led to, by the steps that were asked for. */
    Map<String, Expanded> expanded();
}
