package dev.tenon.benchmarks.writers;

import dev.tenon.benchmarks.measure.Spread;
import dev.tenon.benchmarks.sql.Synchronous;
import java.util.List;
import java.util.Locale;

/**
 * What came of one case.
 *
 * @param rounds calls per second, round by round
 * @param busy how often SQLite gave up the wait for another writer, in all rounds
 * @param wrong by how much the counted row differs from the calls that succeeded, in all rounds
 * @param pinned how often a virtual thread waited and held its carrier, in all rounds
 */
record CaseFigures(
        Case measured,
        List<Double> rounds,
        Spread perSecond,
        Spread medianMs,
        Spread p99Ms,
        Spread maxMs,
        long busy,
        long wrong,
        long pinned) {

    boolean is(Workload workload, Synchronous synchronous, int callers) {
        return measured.workload() == workload
                && measured.synchronous() == synchronous
                && measured.callers() == callers;
    }

    String rate() {
        return Spread.thousands(perSecond.median());
    }

    /** Returns how long calls took: the half, 99 of a hundred, the longest. */
    String times() {
        return "%s / %s / %s"
                .formatted(ms(medianMs.median()), ms(p99Ms.median()), ms(maxMs.median()));
    }

    static String ms(double figure) {
        return String.format(
                Locale.ROOT, figure < 1 ? "%.3f" : figure < 10 ? "%.1f" : "%.0f", figure);
    }
}
