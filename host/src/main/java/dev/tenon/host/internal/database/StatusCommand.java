package dev.tenon.host.internal.database;

import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.Palette;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tenon db status}: how databases stand. */
@Command(
        name = "status",
        description = {
            "Shows of each database its version, how many migrations it lacks, what keeps them from"
                    + " running and, once all have run, the drift: what of its tables is not as the"
                    + " module declares it.",
            "",
            "Nothing is changed, and a host may run meanwhile. Classes of modules are loaded for schemas"
                    + " and migrations in Java."
        },
        footer = {
            "  tenon db status",
            "  tenon db status --module sample.notes",
            "  tenon db status --json | jq '.databases[] | select(.pending != [])'"
        })
final class StatusCommand extends LookingCommand {

    StatusCommand(Output output) {
        super(output);
    }

    @Override
    String report(List<DatabaseStatus> all, Palette palette) {
        return MigrationsReport.status(all, palette);
    }
}
