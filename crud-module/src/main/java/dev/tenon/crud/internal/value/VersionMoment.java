package dev.tenon.crud.internal.value;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/**
 * The moment of a change as a version (Jakarta Persistence 3.2, section 2.5), in microseconds, as
 * all engines keep them.
 */
public final class VersionMoment {

    private VersionMoment() {}

    /** Returns that of now, an {@link Instant}, or a {@link LocalDateTime} of UTC. */
    public static Temporal now(boolean isInstant) {
        var now = Instant.now().truncatedTo(MICROS);
        return isInstant ? now : LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Returns that of a change after the one before, of the same type: a clock may stand still
     * between two changes, or go back.
     */
    public static Temporal after(Temporal before) {
        var now = now(before instanceof Instant);
        return MICROS.between(before, now) > 0 ? now : before.plus(1, MICROS);
    }
}
