package dev.tenon.core.internal.run;

import java.time.Duration;

/** Durations for people. */
final class Durations {

    private Durations() {}

    /** Returns whole seconds as {@code 30 s}, anything else as {@code 1500 ms}. */
    static String text(Duration duration) {
        return duration.toMillisPart() == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
