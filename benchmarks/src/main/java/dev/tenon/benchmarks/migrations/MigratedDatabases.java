package dev.tenon.benchmarks.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Brings many databases through all phases, and measures each.
 *
 * @param migrator how
 * @param threads how many databases are worked on at once
 */
record MigratedDatabases(Migrator migrator, int threads) {

    private static final double NANOS_PER_MS = 1_000_000;

    /** Returns the milliseconds for one database. */
    PhaseTimes measure(int databases, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var files = IntStream.range(0, databases).mapToObj(n -> folder.resolve(n + ".db")).toList();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            return new PhaseTimes(
                    measure(workers, Phase.NEW, files),
                    measure(workers, Phase.PENDING, files),
                    measure(workers, Phase.UP_TO_DATE, files));
        } catch (ExecutionException e) {
            throw new IOException("A database cannot be migrated: " + e.getCause(), e);
        }
    }

    private double measure(ExecutorService workers, Phase phase, List<Path> files)
            throws ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        var work =
                files.stream()
                        .<Future<?>>map(file -> workers.submit(() -> migrator.migrate(phase, file)))
                        .toList();
        for (Future<?> one : work) {
            one.get();
        }
        return (System.nanoTime() - begun) / NANOS_PER_MS / files.size();
    }
}
