package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.migrations.Migrator.UpToDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
                    measure(workers, Phase.UP_TO_DATE, files),
                    measureChecks(workers, files));
        } catch (ExecutionException e) {
            throw new IOException("A database cannot be migrated: " + e.getCause(), e);
        }
    }

    private double measure(ExecutorService workers, Phase phase, List<Path> files)
            throws ExecutionException, InterruptedException {
        return measure(workers, files, file -> migrator.migrate(phase, file));
    }

    private double measureChecks(ExecutorService workers, List<Path> files)
            throws ExecutionException, InterruptedException {
        var opened = new ArrayList<UpToDate>();
        try {
            files.forEach(file -> opened.add(migrator.open(file)));
            return measure(workers, opened, UpToDate::check);
        } finally {
            opened.forEach(UpToDate::close);
        }
    }

    private static <T> double measure(ExecutorService workers, List<T> databases, Consumer<T> step)
            throws ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        var work =
                databases.stream()
                        .<Future<?>>map(one -> workers.submit(() -> step.accept(one)))
                        .toList();
        for (Future<?> one : work) {
            one.get();
        }
        return (System.nanoTime() - begun) / NANOS_PER_MS / databases.size();
    }
}
