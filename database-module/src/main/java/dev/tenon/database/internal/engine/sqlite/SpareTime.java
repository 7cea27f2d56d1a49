package dev.tenon.database.internal.engine.sqlite;

import java.util.concurrent.TimeUnit;

/**
 * Whether threads that wait for microseconds may stay awake. Each time they look in vain they offer
 * their processor to others. On a busy machine somebody takes it, for milliseconds; then they do
 * without for a while, twice as long each time it happens again. Safe for use by many threads.
 */
final class SpareTime {

    private static final boolean ONE_PROCESSOR = Runtime.getRuntime().availableProcessors() == 1;
    private static final long TAKEN = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

    private volatile long pauseEnd = System.nanoTime();
    private volatile long pause = SHORTEST_PAUSE;

    /** Returns whether there is some. */
    boolean isThere() {
        return !ONE_PROCESSOR && System.nanoTime() - pauseEnd >= 0;
    }

    /** Offers the processor to others; returns whether nobody has taken it for long. */
    @SuppressWarnings("ThreadPriorityCheck") // Asks the scheduler; nothing relies on its answer.
    boolean offer() {
        long begun = System.nanoTime();
        Thread.yield();
        long now = System.nanoTime();
        if (now - begun < TAKEN) {
            return true;
        }
        boolean again = begun - pauseEnd < pause;
        pause = again ? Math.min(pause * 2, LONGEST_PAUSE) : SHORTEST_PAUSE;
        pauseEnd = now + pause;
        return false;
    }
}
