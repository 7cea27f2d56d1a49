package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about migrations.
 *
 * @param ways what each takes
 * @param times how many times as long one takes as another, in the same round
 */
record MigrationsResults(
        int databases, int rounds, List<MigrationFigures> ways, List<MigrationFigures> times) {

    Report report() {
        var columns = List.of("", "new", "one migration pending", "up to date", "the check alone");
        return new Report(
                Machine.here(),
                this,
                List.of(
                        new Table(
                                ("%d SQLite databases opened, migrated and closed: milliseconds for"
                                                + " one, median (least–most) of %d rounds:")
                                        .formatted(databases, rounds),
                                columns,
                                Stream.concat(ways.stream(), times.stream())
                                        .map(MigrationFigures::row)
                                        .toList())));
    }
}
