package dev.tenon.database;

import java.time.Duration;
import java.util.Optional;

/**
 * How a write is done.
 *
 * @param timeout how long it may take with all its retries; statements are interrupted. Nothing:
 *     the setting {@code statement-timeout} of the database, for each statement
 * @param isolation which isolation it wants; nothing: that of the setting
 * @param retry what is done after a transient failure
 * @param isSingleStatement whether the work runs one statement at most; see {@link
 *     #singleStatement}
 */
public record WriteOptions(
        Optional<Duration> timeout,
        Optional<Isolation> isolation,
        RetryPolicy retry,
        boolean isSingleStatement) {

    /** What holds where nothing is said. */
    public static final WriteOptions DEFAULT =
            new WriteOptions(Optional.empty(), Optional.empty(), RetryPolicy.DEFAULT, false);

    /** For a work that runs one statement at most, see {@link #singleStatement}. */
    public static final WriteOptions SINGLE_STATEMENT = DEFAULT.singleStatement();

    /** Returns options with a timeout. */
    public static WriteOptions timeout(Duration timeout) {
        return new WriteOptions(Optional.of(timeout), Optional.empty(), RetryPolicy.DEFAULT, false);
    }

    /** Returns these options with an isolation. */
    public WriteOptions isolation(Isolation wanted) {
        return new WriteOptions(timeout, Optional.of(wanted), retry, isSingleStatement);
    }

    /** Returns these options with a retry policy. */
    public WriteOptions retry(RetryPolicy policy) {
        return new WriteOptions(timeout, isolation, policy, isSingleStatement);
    }

    /** Returns these options without retries. */
    public WriteOptions noRetry() {
        return retry(RetryPolicy.NONE);
    }

    /**
     * Returns these options for a work that runs one statement at most: a second one is refused
     * with {@code DB-QRY-011}, and a savepoint is one. On PostgreSQL such a statement is committed
     * by itself (auto-commit of JDBC), which costs one message to the server instead of two. What
     * the work throws after it undoes nothing there (the outcome of a {@link
     * dev.tenon.database.error.DatabaseException} is {@code APPLIED}); and if the connection is
     * lost while it runs, nobody knows whether it holds ({@code DB-TXN-009}), where a transaction
     * would have been run again. It is a transaction as any other elsewhere, with an isolation, and
     * where the statement is a batch, a stream, one that leaves something on its connection, or
     * made by {@link Session#connection}. Actions after the commit do not run if the work throws.
     */
    public WriteOptions singleStatement() {
        return new WriteOptions(timeout, isolation, retry, true);
    }
}
