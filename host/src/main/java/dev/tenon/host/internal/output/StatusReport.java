package dev.tenon.host.internal.output;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import java.util.EnumMap;
import java.util.List;

/** How modules stand, for people. */
public final class StatusReport {

    private StatusReport() {}

    /** Returns a table of the modules with their problems, and a line that counts their states. */
    public static String of(List<ModuleStatus> modules, Palette palette) {
        if (modules.isEmpty()) {
            return "There are no modules." + System.lineSeparator();
        }
        var table =
                new Table()
                        .row(
                                palette.heading("MODULE"),
                                palette.heading("VERSION"),
                                palette.heading("STATE"),
                                palette.heading("START"));
        for (ModuleStatus module : modules) {
            table.row(
                    module.name(),
                    module.info().version().orElse("-"),
                    palette.state(module.state()),
                    module.startTime().isZero() ? "-" : module.startTime().toMillis() + " ms");
            module.problems().forEach(p -> table.note(ProblemText.paragraph(p, palette)));
        }
        return table + System.lineSeparator() + summary(modules, palette) + System.lineSeparator();
    }

    private static String summary(List<ModuleStatus> modules, Palette palette) {
        var counts =
                modules.stream()
                        .collect(
                                groupingBy(
                                        ModuleStatus::state,
                                        () -> new EnumMap<>(ModuleState.class),
                                        counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + palette.state(e.getKey()))
                .collect(joining(", "));
    }
}
