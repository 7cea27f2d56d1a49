package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.json.MigrationsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon db status}: how databases stand. */
@Command(
        name = "status",
        description = {
            "Shows of each database its version, how many migrations it lacks, and what keeps them from"
                    + " running.",
            "",
            "Nothing is changed, and a host may run meanwhile. Classes of modules are loaded for schemas"
                    + " and migrations in Java."
        },
        footer = {
            "  tenon db status",
            "  tenon db status --module sample.notes",
            "  tenon db status --json | jq '.databases[] | select(.pending != [])'"
        })
final class StatusCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    StatusCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var all = selected.of(databases, plan).stream().map(ManagedDatabase::status).toList();
        if (json) {
            output().print(MigrationsDocument.of(all));
        } else {
            output().print(MigrationsReport.status(all, output().palette()));
        }
        return all.stream().allMatch(DatabaseStatus::isSound)
                ? ExitCode.SUCCESS
                : ExitCode.NOT_STARTED;
    }
}
