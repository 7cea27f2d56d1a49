package dev.tenon.benchmarks.start;

import dev.tenon.benchmarks.report.Machine;
import dev.tenon.benchmarks.report.Report;
import dev.tenon.benchmarks.report.Table;
import java.util.List;

/**
 * Everything about starts.
 *
 * @param runs that each figure is of
 * @param costs of one further plugin
 */
record StartResults(
        int runs, List<StartFigures> starts, List<PluginCost> costs, List<HelpFigures> help) {

    Report report() {
        return new Report(
                Machine.here(),
                this,
                List.of(
                        new Table(
                                "From start to ready, median (least–most) of %d runs:"
                                        .formatted(runs),
                                List.of(
                                        "plugins",
                                        "cache",
                                        "CPU ms",
                                        "wall ms",
                                        "peak RSS MB",
                                        "live MB"),
                                starts.stream().map(StartFigures::row).toList()),
                        new Table(
                                "One further plugin:",
                                List.of(
                                        "plugins",
                                        "cache",
                                        "CPU ms",
                                        "wall ms",
                                        "peak RSS MB",
                                        "live MB"),
                                costs.stream().map(PluginCost::row).toList()),
                        new Table(
                                "`tenon --help`:",
                                List.of("cache", "wall ms"),
                                help.stream().map(HelpFigures::row).toList())));
    }
}
