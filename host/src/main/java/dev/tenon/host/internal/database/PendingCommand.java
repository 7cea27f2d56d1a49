package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.json.MigrationsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon db pending}: what has not run. */
@Command(
        name = "pending",
        description = {
            "Lists the migrations that the next start will run, in their order.",
            "",
            "Nothing is changed, and a host may run meanwhile."
        },
        footer = {"  tenon db pending", "  tenon db pending --module sample.notes --json"})
final class PendingCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    PendingCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var all = selected.of(databases, plan).stream().map(ManagedDatabase::status).toList();
        if (json) {
            output().print(MigrationsDocument.of(all));
        } else {
            output().print(MigrationsReport.pending(all, output().palette()));
        }
        return all.stream().allMatch(s -> s.problem().isEmpty())
                ? ExitCode.SUCCESS
                : ExitCode.NOT_STARTED;
    }
}
