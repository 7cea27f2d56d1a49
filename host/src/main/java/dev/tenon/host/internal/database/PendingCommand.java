package dev.tenon.host.internal.database;

import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.Palette;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tenon db pending}: what has not run. */
@Command(
        name = "pending",
        description = {
            "Lists the migrations that the next start will run, in their order.",
            "",
            "Nothing is changed, and a host may run meanwhile."
        },
        footer = {"  tenon db pending", "  tenon db pending --module sample.notes --json"})
final class PendingCommand extends LookingCommand {

    PendingCommand(Output output) {
        super(output);
    }

    @Override
    String report(List<DatabaseStatus> all, Palette palette) {
        return MigrationsReport.pending(all, palette);
    }

    /** What is in the way of migrations is for others to tell. */
    @Override
    boolean isWell(DatabaseStatus status) {
        return status.problem().isEmpty();
    }
}
