package dev.tenon.benchmarks.writers;

import java.util.List;

/**
 * What callers of one kind have done in one run.
 *
 * @param calls how many calls succeeded, the warm-up among them
 * @param perSecond how many calls succeeded in a second
 * @param medianMs half of all calls took at most that long, those among them that ended in {@code
 *     busy}
 * @param p99Ms 99 of a hundred did
 * @param busy how often SQLite said that another writer was in the way for too long
 */
record LoadSample(
        long calls, double perSecond, double medianMs, double p99Ms, double maxMs, long busy) {

    private static final double NANOS_PER_MS = 1_000_000;

    /**
     * Counts.
     *
     * @throws IllegalStateException if a caller has failed
     */
    static LoadSample of(List<Caller> callers, Period period) {
        callers.forEach(Caller::requireGood);
        var nanos = callers.stream().flatMapToLong(Caller::nanos).sorted().toArray();
        return new LoadSample(
                callers.stream().mapToLong(Caller::all).sum(),
                callers.stream().mapToLong(Caller::done).sum() / period.seconds(),
                percentile(nanos, 50),
                percentile(nanos, 99),
                percentile(nanos, 100),
                callers.stream().mapToLong(Caller::busy).sum());
    }

    /** Returns the least value that so many of a hundred do not exceed (nearest rank). */
    static double percentile(long[] sorted, int percent) {
        long rank = (sorted.length * (long) percent + 99) / 100;
        return sorted[(int) Math.max(0, rank - 1)] / NANOS_PER_MS;
    }
}
