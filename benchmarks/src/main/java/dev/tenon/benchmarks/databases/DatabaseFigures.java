package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Databases of one way to have them.
 *
 * @param medianMs how long it took at most to open and check half of them
 * @param meanMs the mean of all of them
 * @param cpuMs CPU time of the process for one of them
 * @param threads how many threads the process had when all were at rest
 */
record DatabaseFigures(String way, Spread medianMs, Spread meanMs, Spread cpuMs, Spread threads) {

    static DatabaseFigures of(String way, List<OpenedDatabases> rounds) {
        return new DatabaseFigures(
                way,
                spread(rounds, OpenedDatabases::medianMs),
                spread(rounds, OpenedDatabases::meanMs),
                spread(rounds, OpenedDatabases::cpuMs),
                spread(rounds, OpenedDatabases::threads));
    }

    List<String> row() {
        return List.of(way, medianMs.text(2), meanMs.text(2), cpuMs.text(2), threads.text(0));
    }

    private static Spread spread(
            List<OpenedDatabases> rounds, ToDoubleFunction<OpenedDatabases> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
