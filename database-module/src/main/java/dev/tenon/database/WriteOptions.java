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
 */
public record WriteOptions(
        Optional<Duration> timeout, Optional<Isolation> isolation, RetryPolicy retry) {

    /** What holds where nothing is said. */
    public static final WriteOptions DEFAULT =
            new WriteOptions(Optional.empty(), Optional.empty(), RetryPolicy.DEFAULT);

    /** Returns options with a timeout. */
    public static WriteOptions timeout(Duration timeout) {
        return new WriteOptions(Optional.of(timeout), Optional.empty(), RetryPolicy.DEFAULT);
    }

    /** Returns these options with an isolation. */
    public WriteOptions isolation(Isolation wanted) {
        return new WriteOptions(timeout, Optional.of(wanted), retry);
    }

    /** Returns these options with a retry policy. */
    public WriteOptions retry(RetryPolicy policy) {
        return new WriteOptions(timeout, isolation, policy);
    }

    /** Returns these options without retries. */
    public WriteOptions noRetry() {
        return retry(RetryPolicy.NONE);
    }
}
