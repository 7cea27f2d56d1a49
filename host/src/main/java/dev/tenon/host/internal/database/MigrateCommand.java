package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.core.error.TenonException;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.MigrationRun;
import dev.tenon.database.admin.Progress;
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

/** {@code tenon db migrate}: databases brought to the version of their modules. */
@Command(
        name = "migrate",
        description = {
            "Makes each database what its module needs, as a start of the module does: makes it where it"
                    + " is missing, runs the migrations that have not run, or makes the tables of the"
                    + " model.",
            "",
            "No module is started. Refused while a host runs on the folder of the database. If it fails"
                    + " for one, the others are migrated nevertheless."
        },
        footer = {"  tenon db migrate", "  tenon db migrate --module sample.notes"})
final class MigrateCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "Run no migration above this version. Default: all.")
    Optional<String> to = Optional.empty();

    @Option(
            names = "--dry-run",
            description =
                    "Run the migrations and take them back at the end, where the engine changes tables"
                            + " in transactions; elsewhere list them only. Makes no database.")
    boolean dryRun;

    MigrateCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var outcomes = selected.of(databases, plan).stream().map(this::migrate).toList();
        if (json) {
            output().print(MigratedDocument.of(outcomes));
        } else {
            output().print(MigratedReport.of(outcomes, output().palette()));
        }
        return outcomes.stream().allMatch(o -> o.problem().isEmpty())
                ? ExitCode.SUCCESS
                : ExitCode.NOT_STARTED;
    }

    private MigrationOutcome migrate(ManagedDatabase database) {
        try (var bar = output().progress()) {
            return new MigrationOutcome(
                    database.name(), database.module(), run(database, bar), Optional.empty());
        } catch (TenonException e) {
            return new MigrationOutcome(
                    database.name(), database.module(), List.of(), Optional.of(e.problem()));
        }
    }

    private List<MigrationRun> run(ManagedDatabase database, Progress progress) {
        return dryRun ? database.tryToMigrate(to, progress) : database.migrate(to, progress);
    }
}
