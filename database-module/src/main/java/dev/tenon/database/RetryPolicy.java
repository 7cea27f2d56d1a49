package dev.tenon.database;

import java.time.Duration;

/**
 * What is done after a failure that may pass by itself: the work is run again in a new session,
 * after a pause that grows and is spread at random ("full jitter", see Exponential Backoff And
 * Jitter, AWS Architecture Blog, 2015). A write whose commit has an unknown outcome is never run
 * again.
 *
 * @param attempts how often the work is run at most, at least 1
 * @param firstPause the longest pause before the second attempt; doubles from there
 * @param longestPause the limit of the doubling
 * @param budget how long after the first attempt the last one may begin
 */
public record RetryPolicy(
        int attempts, Duration firstPause, Duration longestPause, Duration budget) {

    /** Five attempts within 30 s, pauses from 10 ms up to 1 s. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(
                    5, Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofSeconds(30));

    /**
     * The work is run once and never again. On SQLite it also shares its commit with nobody, since
     * works that share one may have to be run again.
     */
    public static final RetryPolicy NONE =
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("A work has at least 1 attempt, not " + attempts);
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Pauses cannot go from " + firstPause + " to " + longestPause);
        }
    }
}
