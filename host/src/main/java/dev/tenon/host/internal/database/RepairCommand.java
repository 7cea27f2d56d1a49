package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.host.internal.json.MigrationsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tenon db repair}: the record of migrations, put right. */
@Command(
        name = "repair",
        description = {
            "Makes the record of the migrations of a database agree with its module, after somebody has"
                    + " put the tables right by hand: forgets a migration that has failed, takes the"
                    + " checksum of one that has changed, and marks one as deleted that the module does"
                    + " not have.",
            "",
            "Changes no table of the module. Refused while a host runs on the folder of the database."
        },
        footer = {"  tenon db repair --module sample.notes"})
final class RepairCommand extends DatabaseCommand {

    @Mixin RequiredModule module = new RequiredModule();

    RepairCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var database = module.of(databases);
        database.repair();
        var status = database.status();
        if (json) {
            output().print(MigrationsDocument.of(List.of(status)));
        } else {
            output().print(MigrationsReport.validation(List.of(status), output().palette()));
        }
        return status.isSound() ? ExitCode.SUCCESS : ExitCode.NOT_STARTED;
    }
}
