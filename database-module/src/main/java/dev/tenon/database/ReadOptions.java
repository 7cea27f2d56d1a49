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
 * @param isSingleStatement whether the work runs one statement at most; see {@link
 *     #singleStatement}
 */
public record ReadOptions(
        Optional<Duration> timeout, Optional<Isolation> isolation, boolean isSingleStatement) {

    /** What holds where nothing is said. */
    public static final ReadOptions DEFAULT =
            new ReadOptions(Optional.empty(), Optional.empty(), false);

    /** For a work that runs one statement at most, see {@link #singleStatement}. */
    public static final ReadOptions SINGLE_STATEMENT = DEFAULT.singleStatement();

    /** Returns options with a timeout. */
    public static ReadOptions timeout(Duration timeout) {
        return new ReadOptions(Optional.of(timeout), Optional.empty(), false);
    }

    /** Returns these options with an isolation. */
    public ReadOptions isolation(Isolation wanted) {
        return new ReadOptions(timeout, Optional.of(wanted), isSingleStatement);
    }

    /**
     * Returns these options for a work that runs one statement at most: a second one is refused
     * with {@code DB-QRY-011}, and a savepoint is one. One statement sees one state of the database
     * by itself, so that no transaction is needed around it: on PostgreSQL it costs one message to
     * the server instead of two. What a function of the server sets out of sight is then not undone
     * with the session. With {@link Isolation#SERIALIZABLE} it is a transaction all the same.
     */
    public ReadOptions singleStatement() {
        return new ReadOptions(timeout, isolation, true);
    }
}
