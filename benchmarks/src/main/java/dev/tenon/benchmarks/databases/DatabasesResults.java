package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import java.util.List;

/** Everything about many databases. */
record DatabasesResults(int databases, int rounds, List<DatabaseFigures> ways) {

    Report report() {
        return new Report(
                Machine.here(),
                this,
                List.of(
                        new Table(
                                ("%d SQLite databases that are up to date, opened and checked,"
                                                + " median (least–most) of %d rounds:")
                                        .formatted(databases, rounds),
                                List.of(
                                        "",
                                        "ms for one, half of them",
                                        "ms for one, mean",
                                        "CPU ms for one",
                                        "threads of the process"),
                                ways.stream().map(DatabaseFigures::row).toList())));
    }
}
