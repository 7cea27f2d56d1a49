package dev.tenon.benchmarks.writers;

import java.time.Duration;

/**
 * When calls count, in {@link System#nanoTime()}.
 *
 * @param from before it they do not
 * @param to when the callers end
 */
record Period(long from, long to) {

    static Period after(Duration warmUp, Duration measured) {
        long from = System.nanoTime() + warmUp.toNanos();
        return new Period(from, from + measured.toNanos());
    }

    boolean counts(long moment) {
        return moment - from >= 0;
    }

    boolean isOver(long moment) {
        return moment - to >= 0;
    }

    double seconds() {
        return (to - from) / 1e9;
    }
}
