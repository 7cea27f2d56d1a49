package dev.tenon.benchmarks.measure;

import java.time.Duration;

/** Tells on standard error how far a measurement is. */
public final class Progress {
    private final String what;
    private final int steps;
    private final long begin = System.nanoTime();
    private int done;

    /**
     * @param steps how many there will be
     */
    public Progress(String what, int steps) {
        this.what = what;
        this.steps = steps;
    }

    /** Tells that one more step begins. */
    public void next(String step) {
        done++;
        var passed = Duration.ofNanos(System.nanoTime() - begin);
        System.err.printf("%s %d/%d, %4d s: %s%n", what, done, steps, passed.toSeconds(), step);
    }
}
