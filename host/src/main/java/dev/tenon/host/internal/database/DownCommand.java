package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.host.internal.json.MigratedDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.outcome.MigrationOutcome;
import dev.tenon.host.internal.output.MigratedReport;
import dev.tenon.host.internal.output.Output;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon db down}: migrations taken back. */
@Command(
        name = "down",
        description = {
            "Takes back the migrations of a module above a version by its undo scripts, the"
                    + " last one first, all in one transaction where the engine changes tables in"
                    + " one; where it does not, a snapshot brings back what a script that fails has"
                    + " done.",
            "",
            "The next start of the same version of the module runs them again: put the older one"
                    + " in its place. Refused while a host runs on the folder of the database."
        },
        footer = {
            "  tenon db down --module sample.notes --to 1 --dry-run",
            "  tenon db down --module sample.notes --to 1"
        })
final class DownCommand extends DatabaseCommand {

    @Mixin RequiredModule module = new RequiredModule();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            required = true,
            description = "The version that remains; 0 for the state before the first migration.")
    String to = "";

    @Option(
            names = "--dry-run",
            description =
                    "Run the scripts and take that back at the end, where the engine changes tables in"
                            + " transactions; elsewhere list them only.")
    boolean dryRun;

    DownCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var database = module.of(databases);
        List<MigrationRun> runs;
        try (var bar = output().progress()) {
            runs = database.undo(to, dryRun, bar);
        }
        var outcome =
                new MigrationOutcome(database.name(), database.module(), runs, Optional.empty());
        if (json) {
            output().print(MigratedDocument.of(List.of(outcome)));
        } else {
            output().print(MigratedReport.of(List.of(outcome), output().palette()));
        }
        return ExitCode.SUCCESS;
    }
}
