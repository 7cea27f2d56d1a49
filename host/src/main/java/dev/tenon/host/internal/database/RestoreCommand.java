package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.BackupInfo;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.host.internal.json.BackupsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.BackupsReport;
import dev.tenon.host.internal.output.Output;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tenon db restore}: a backup, put in the place of a database. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the database of its module. What is there is kept as a"
                    + " snapshot first, where the engine has them.",
            "",
            "Refused while a host runs on the folder of the database, for a backup of another module or"
                    + " engine, and for one that is damaged. A backup of an older version is migrated by"
                    + " the next start."
        },
        footer = {
            "  tenon db restore --module sample.notes notes-2026-11-21T15-09-23Z.tenon-backup"
        })
final class RestoreCommand extends DatabaseCommand {

    @Mixin RequiredModule module = new RequiredModule();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    RestoreCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        BackupInfo restored;
        try (var bar = output().progress()) {
            restored = module.of(databases).restore(file, bar);
        }
        if (json) {
            output().print(BackupsDocument.of(List.of(restored)));
        } else {
            output().print(BackupsReport.of(List.of(restored), output().palette()));
        }
        return ExitCode.SUCCESS;
    }
}
