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
     * its elements are not: a {@code byte[]} has to stay as it is until it is sent.
     */
    Batch add(@Nullable Object... parameters);

    /** Adds a row whose parameters are the components of the record, by name. */
    Batch addAll(Record parameters);

    /**
     * Sends what is left and returns how many rows the whole batch changed. Without it, the rows of
     * the last portion are never sent.
     */
    long execute();
}
