package dev.tenon.database;

import org.jspecify.annotations.Nullable;

/**
 * One statement with many rows of parameters, sent in portions: memory stays bounded however many
 * rows there are.
 */
public interface Batch {

    /** Sets how many rows are sent at once. Default: 500. */
    Batch portion(int rows);

    /**
     * Adds a row with parameters by position; sends the portion that it fills. The array is copied,
     * its elements are not: a {@code byte[]} has to stay as it is until it is sent. A single null
     * is written {@code (Object) null}.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-QRY-006} if the array itself is
     *     null
     */
    Batch add(@Nullable Object... parameters);

    /** Adds a row whose parameters are the components of the record, by name. */
    Batch addAll(Record parameters);

    /**
     * Sends what is left and returns how many rows the whole batch changed. A work that ends with
     * rows added and not sent fails with {@code DB-QRY-012}, and its session is rolled back; rows
     * that were added within a savepoint that has failed are undone or dropped with it, and are not
     * counted.
     */
    long execute();
}
