package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.measure.Progress;
import dev.tenon.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Migrates databases in several ways, one after the other in each round.
 *
 * @param warmUp rounds that do not count
 */
record MigrationsBenchmark(int databases, int warmUp, int rounds) {

    MigrationsResults measure() throws IOException, InterruptedException {
        try (var folder = new TemporaryFolder()) {
            var tenon = new TenonMigrator();
            var plain = new FlywayMigrator(folder.resolve("plain"), false);
            var logging = new FlywayMigrator(folder.resolve("logging"), true);
            var progress = new Progress("migrations", warmUp + rounds);
            var measured = new ArrayList<Round>();
            for (int i = 0; i < warmUp + rounds; i++) {
                progress.next(databases + " databases in each way");
                var files = folder.resolve("round" + i);
                measured.add(
                        new Round(
                                measure(tenon, 1, files.resolve("modules")),
                                measure(tenon, 2, files.resolve("together")),
                                measure(plain, 1, files.resolve("flyway")),
                                measure(logging, 1, files.resolve("logging"))));
            }
            return results(measured.subList(warmUp, measured.size()));
        }
    }

    private PhaseTimes measure(Migrator migrator, int threads, Path folder)
            throws IOException, InterruptedException {
        return new MigratedDatabases(migrator, threads).measure(databases, folder);
    }

    private MigrationsResults results(List<Round> counting) {
        return new MigrationsResults(
                databases,
                rounds,
                List.of(
                        figures("**modules**", counting, Round::modules),
                        figures("**modules**, two at once", counting, Round::together),
                        figures("Flyway", counting, Round::flyway),
                        figures("Flyway, write-ahead log", counting, Round::logging)),
                List.of(
                        figures(
                                "Flyway, times modules",
                                counting,
                                r -> r.flyway().over(r.modules())),
                        figures(
                                "Flyway, write-ahead log, times modules",
                                counting,
                                r -> r.logging().over(r.modules())),
                        figures(
                                "modules, times two at once",
                                counting,
                                r -> r.modules().over(r.together()))));
    }

    private static MigrationFigures figures(
            String way, List<Round> rounds, Function<Round, PhaseTimes> times) {
        return MigrationFigures.of(way, rounds.stream().map(times).toList());
    }
}
