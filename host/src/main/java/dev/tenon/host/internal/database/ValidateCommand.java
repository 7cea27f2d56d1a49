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

/** {@code tenon db validate}: whether migrations can run. */
@Command(
        name = "validate",
        description = {
            "Compares what has run in each database with the migrations of its module: a script that has"
                    + " changed since, one that the module does not have, one that has failed or came"
                    + " too late, a database that is newer than its module.",
            "",
            "Nothing is changed, and a host may run meanwhile. The exit code is 1 if the module could"
                    + " not start because of it."
        },
        footer = {"  tenon db validate", "  tenon db validate --module sample.notes --json"})
final class ValidateCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    ValidateCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var all = selected.of(databases, plan).stream().map(ManagedDatabase::status).toList();
        if (json) {
            output().print(MigrationsDocument.of(all));
        } else {
            output().print(MigrationsReport.validation(all, output().palette()));
        }
        return all.stream().allMatch(DatabaseStatus::isSound)
                ? ExitCode.SUCCESS
                : ExitCode.NOT_STARTED;
    }
}
