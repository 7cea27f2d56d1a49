package dev.tenon.benchmarks.change;

import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import java.util.List;

/**
 * Everything about changes.
 *
 * @param plugins how many others ran
 * @param warmUp rounds before those that count
 */
record ChangeResults(int plugins, int warmUp, int rounds, List<ChangeFigures> changes) {

    Report report() {
        return new Report(
                Machine.here(),
                this,
                List.of(
                        new Table(
                                "One plugin beside %d others, CPU mean and wall median (least–most) of %d rounds after %d:"
                                        .formatted(plugins, rounds, warmUp),
                                List.of("change", "CPU ms", "wall ms"),
                                changes.stream().map(ChangeFigures::row).toList())));
    }
}
