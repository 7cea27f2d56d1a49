package dev.tenon.host.internal.output;

import dev.tenon.database.admin.MigrationRun;
import dev.tenon.host.internal.outcome.MigrationOutcome;
import java.util.List;

/** What migrations have done, for people. */
public final class MigratedReport {

    private MigratedReport() {}

    /** Returns a table of what has been done, with what went wrong. */
    public static String of(List<MigrationOutcome> outcomes, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("MODULE"),
                                palette.heading("VERSION"),
                                palette.heading("TOOK"),
                                palette.heading("WHAT"));
        for (MigrationOutcome outcome : outcomes) {
            if (outcome.problem().isPresent()) {
                table.row(outcome.database(), outcome.module(), "-", "-", palette.error("failed"))
                        .note(ProblemText.paragraph(outcome.problem().get(), palette));
            } else if (outcome.runs().isEmpty()) {
                table.row(outcome.database(), outcome.module(), "-", "-", "is up to date");
            }
            for (MigrationRun run : outcome.runs()) {
                table.row(
                        outcome.database(),
                        outcome.module(),
                        run.version().isEmpty() ? "-" : run.version(),
                        run.took().toMillis() + " ms",
                        run.description());
            }
        }
        return table.toString();
    }
}
