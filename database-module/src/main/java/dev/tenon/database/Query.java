package dev.tenon.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query of a session, with its parameters. Rows become records by their components: a column
 * {@code created_at} is the component {@code createdAt}. A class without components is read from
 * the single column of the row.
 */
public interface Query {

    /** Sets a parameter by its name. */
    Query bind(String name, @Nullable Object value);

    /** Sets parameters by the names of the record's components. */
    Query bindAll(Record parameters);

    /** Sets how many rows are fetched at once where the engine streams. Default: 256. */
    Query fetchSize(int rows);

    /** Returns all rows. */
    <T> List<T> list(Class<T> type);

    /** Returns all rows, each as the mapper makes it. */
    <T> List<T> list(RowMapper<T> mapper);

    /**
     * Returns the only row.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-QRY-…} if there is none, or more
     *     than one
     */
    <T> T one(Class<T> type);

    /** Returns the only row, or nothing if there is none; more than one is an error. */
    <T> Optional<T> optional(Class<T> type);

    /** Returns the only row, or nothing if there is none; more than one is an error. */
    <T> Optional<T> optional(RowMapper<T> mapper);

    /** Returns the rows one by one in bounded memory. To be closed, and used within the session. */
    <T> Stream<T> stream(Class<T> type);

    /** Returns the rows one by one, each as the mapper makes it, see {@link #stream(Class)}. */
    <T> Stream<T> stream(RowMapper<T> mapper);

    /** Returns all rows as maps from column label to value, in the order of the columns. */
    List<Map<String, @Nullable Object>> maps();
}
