package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.BackupInfo;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.json.BackupsDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.BackupsReport;
import dev.tenon.host.internal.output.Output;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenon db backup}: copies of databases. */
@Command(
        name = "backup",
        description = {
            "Takes a backup of each database, as it is at one moment, in a file of its own, while a host"
                    + " runs or not.",
            "",
            "The file is a zip of the engine's own format, which the engine's tools can read, and a"
                    + " manifest. It is checked before it is offered. Databases that are not there yet"
                    + " are left out."
        },
        footer = {
            "  tenon db backup",
            "  tenon db backup --module sample.notes --to notes.tenon-backup"
        })
final class BackupCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = {
                "The file, which must not be there; for one database.",
                "Default: one with the name of the database and the time in the folder of the setting"
                        + " tenon.database.backups."
            })
    Optional<Path> to = Optional.empty();

    BackupCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var wanted =
                selected.of(databases, plan).stream()
                        .filter(d -> !selected.modules.isEmpty() || d.summary().exists())
                        .toList();
        if (to.isPresent() && wanted.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--to is for one database: name its module with --module");
        }
        var taken = wanted.stream().map(this::backup).toList();
        if (json) {
            output().print(BackupsDocument.of(taken));
        } else {
            output().print(BackupsReport.of(taken, output().palette()));
        }
        return ExitCode.SUCCESS;
    }

    private BackupInfo backup(ManagedDatabase database) {
        try (var bar = output().progress()) {
            return database.backup(to, bar);
        }
    }
}
