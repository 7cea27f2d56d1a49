package dev.tenon.host.internal.output;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.Plan;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.Problem;

/** A plan, for people. */
public final class PlanReport {

    private PlanReport() {}

    /** Returns the start order with requirements and declarations, and every problem. */
    public static String of(Plan plan, Palette palette) {
        var text = new StringBuilder();
        text.append(
                plan.modules().isEmpty()
                        ? "There are no modules." + System.lineSeparator()
                        : order(plan, palette));
        plan.hostProblems().forEach(p -> append(text, "host", p, palette));
        for (PlannedModule module : plan.modules()) {
            module.problems().forEach(p -> append(text, module.name(), p, palette));
        }
        return text.append(System.lineSeparator())
                .append(summary(plan))
                .append(System.lineSeparator())
                .toString();
    }

    private static String order(Plan plan, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("WAVE"),
                                palette.heading("MODULE"),
                                palette.heading("VERSION"),
                                palette.heading("STATE"),
                                palette.heading("REQUIRES"));
        for (PlannedModule module : plan.modules()) {
            table.row(
                    module.wave() < 0 ? "-" : String.valueOf(module.wave()),
                    module.name(),
                    module.info().version().orElse("-"),
                    palette.state(module.state()),
                    String.join(", ", module.info().requires()));
            table.note(
                    module.details().stream()
                            .map(d -> d.topic() + ": " + d.text())
                            .collect(joining("; ")));
        }
        return table.toString();
    }

    private static void append(StringBuilder text, String owner, Problem problem, Palette palette) {
        text.append(System.lineSeparator()).append(ProblemText.block(owner, problem, palette));
    }

    private static String summary(Plan plan) {
        long startable = plan.modules().stream().filter(m -> m.wave() >= 0).count();
        return "%d of %s can start, %s."
                .formatted(
                        startable,
                        count(plan.modules().size(), "module"),
                        count(plan.problems().size(), "problem"));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
