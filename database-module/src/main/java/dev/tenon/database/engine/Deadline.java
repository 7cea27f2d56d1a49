package dev.tenon.database.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A moment on the clock of {@link System#nanoTime}.
 *
 * @param nanos the moment; {@link Long#MAX_VALUE} for none
 */
public record Deadline(long nanos) {

    /** No limit. */
    public static final Deadline NEVER = new Deadline(Long.MAX_VALUE);

    /** Differences of moments that are further away could overflow. */
    private static final long LONGEST = TimeUnit.DAYS.toNanos(36_525);

    /** Returns whether this is no limit. */
    public boolean isNever() {
        return nanos == Long.MAX_VALUE;
    }

    /** Returns the moment after the duration; {@link #NEVER} after more than a hundred years. */
    public static Deadline after(Duration duration) {
        long nanos = TimeUnit.NANOSECONDS.convert(duration);
        return nanos > LONGEST ? NEVER : new Deadline(System.nanoTime() + Math.max(0, nanos));
    }

    /** Returns the earlier one. */
    public Deadline orEarlier(Deadline other) {
        if (isNever()) {
            return other;
        }
        return other.isNever() || nanos - other.nanos < 0 ? this : other;
    }

    /** Returns how many nanoseconds are left; not positive if it is over. */
    public long left() {
        return isNever() ? Long.MAX_VALUE : nanos - System.nanoTime();
    }

    /** Returns whether it is over. */
    public boolean isOver() {
        return !isNever() && left() <= 0;
    }
}
