package dev.tenon.host.internal.database;

import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.output.MigrationsReport;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.Palette;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tenon db validate}: whether migrations can run. */
@Command(
        name = "validate",
        description = {
            "Compares what has run in each database with the migrations of its module: a script that has"
                    + " changed since, one that the module does not have, one that has failed or came"
                    + " too late, a database that is newer than its module. Once all have run, its"
                    + " tables are compared with what the module declares, and the drift is told."
                    + " Scripts that have not run are read for what is dangerous in them; a comment"
                    + " with the reason allows what is meant:"
                    + " -- tenon: allow(drop-column) nobody reads it.",
            "",
            "Nothing is changed, and a host may run meanwhile. The exit code is 1 if the module could"
                    + " not start because of it; what is dangerous alone does not change it."
        },
        footer = {"  tenon db validate", "  tenon db validate --module sample.notes --json"})
final class ValidateCommand extends LookingCommand {

    ValidateCommand(Output output) {
        super(output);
    }

    @Override
    String report(List<DatabaseStatus> all, Palette palette) {
        return MigrationsReport.validation(all, palette);
    }

    @Override
    DatabaseStatus look(ManagedDatabase database) {
        return database.validate();
    }
}
