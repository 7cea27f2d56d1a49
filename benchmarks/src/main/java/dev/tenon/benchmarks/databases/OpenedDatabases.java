package dev.tenon.benchmarks.databases;

import java.util.stream.LongStream;

/**
 * Databases that were opened and checked, and are at rest now.
 *
 * @param medianMs how long that took at most for half of them, in milliseconds
 * @param meanMs the mean, in which the first one weighs, that waits for what all share
 * @param cpuMs how much CPU time the process took for one
 * @param threads how many threads the process has, those of the JVM among them
 */
record OpenedDatabases(double medianMs, double meanMs, double cpuMs, long threads) {

    private static final double NANOS_PER_MS = 1_000_000;

    static OpenedDatabases of(Openings openings, long threads) {
        var sorted = openings.nanos().stream().mapToLong(Long::longValue).sorted().toArray();
        return new OpenedDatabases(
                sorted[(sorted.length - 1) / 2] / NANOS_PER_MS,
                LongStream.of(sorted).average().orElseThrow() / NANOS_PER_MS,
                openings.cpuNanos() / NANOS_PER_MS / sorted.length,
                threads);
    }
}
