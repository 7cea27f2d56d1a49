package dev.tenon.database;

import java.time.Duration;
import java.util.Optional;

/**
 * How a read is done.
 *
 * @param timeout how long it may take, from the first wait for a connection to the end of the work;
 *     statements are interrupted. Nothing: the setting {@code statement-timeout} of the database,
 *     for each statement
 * @param isolation which isolation it wants; nothing: {@link Isolation#REPEATABLE_READ}, one state
 *     of the database. At {@link Isolation#READ_COMMITTED} each statement sees the latest state; on
 *     PostgreSQL a read of a single statement then costs one message to the server instead of two.
 *     SQLite has {@link Isolation#SERIALIZABLE} alone, and takes every other for it
 */
public record ReadOptions(Optional<Duration> timeout, Optional<Isolation> isolation) {

    /** What holds where nothing is said. */
    public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), Optional.empty());

    /** Returns options with a timeout. */
    public static ReadOptions timeout(Duration timeout) {
        return new ReadOptions(Optional.of(timeout), Optional.empty());
    }

    /** Returns these options with an isolation. */
    public ReadOptions isolation(Isolation wanted) {
        return new ReadOptions(timeout, Optional.of(wanted));
    }
}
