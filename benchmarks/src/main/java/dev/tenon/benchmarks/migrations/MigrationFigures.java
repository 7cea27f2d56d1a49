package dev.tenon.benchmarks.migrations;

import dev.tenon.benchmarks.measure.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one way takes.
 *
 * @param newMs milliseconds for one database that was not there
 * @param pendingMs for one that lacked a migration
 * @param upToDateMs for one that lacked nothing
 * @param checkMs for the look at one that lacked nothing, and was open
 */
record MigrationFigures(
        String way, Spread newMs, Spread pendingMs, Spread upToDateMs, Spread checkMs) {

    static MigrationFigures of(String way, List<PhaseTimes> rounds) {
        return new MigrationFigures(
                way,
                spread(rounds, PhaseTimes::anew),
                spread(rounds, PhaseTimes::pending),
                spread(rounds, PhaseTimes::upToDate),
                spread(rounds, PhaseTimes::check));
    }

    private static Spread spread(List<PhaseTimes> rounds, ToDoubleFunction<PhaseTimes> phase) {
        return Spread.of(rounds.stream().map(phase::applyAsDouble).toList());
    }

    List<String> row() {
        return List.of(way, newMs.text(2), pendingMs.text(2), upToDateMs.text(2), checkMs.text(2));
    }
}
