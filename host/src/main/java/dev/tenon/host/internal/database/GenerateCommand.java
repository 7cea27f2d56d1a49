package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.ColumnValue;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.GenerationReport;
import dev.tenon.database.admin.GenerationRequest;
import dev.tenon.host.internal.json.GeneratedDocument;
import dev.tenon.host.internal.option.ColumnValueOption;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.GeneratedReport;
import dev.tenon.host.internal.output.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tenon db generate}: migrations written from what a module declares. */
@Command(
        name = "generate",
        description = {
            "Writes the migration that makes of a database what its module declares, with the script"
                    + " that takes it back, into the sources of the module.",
            "",
            "Both are run on a copy of the database first, with its rows: up, down and up again. What"
                    + " does not hold there is not written, and no file is overwritten. The database"
                    + " itself is not changed, and a host may run meanwhile. Where it is missing, the"
                    + " migration makes all tables; a server gets the database then, without any."
                    + " Where the module has made its tables without migrations, one that makes them"
                    + " in new databases comes first.",
            "",
            "If nothing differs, it says so and writes nothing."
        },
        footer = {
            "  tenon db generate --module sample.notes 'Add the author'",
            "  tenon db generate -m notes --fill \"note.author='unknown'\" 'Add the author'",
            "  tenon db generate -m notes --into src/main/resources/migrations --dry-run 'Tags'"
        })
final class GenerateCommand extends DatabaseCommand {

    @Mixin RequiredModule module = new RequiredModule();

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "MESSAGE",
            description = "What the migration does, in a few words; its files are named after it.")
    String message = "";

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = {
                "The folder of the migrations in the sources of the module.",
                "Default: src/main/resources/migrations of the Maven project that the module was"
                        + " compiled in, if it is found in target/classes of one."
            })
    Optional<Path> into = Optional.empty();

    @Option(
            names = "--fill",
            paramLabel = "TABLE.COLUMN=SQL",
            converter = ColumnValueOption.class,
            description =
                    "What rows that are there get in a column that has to have a value, or that gets"
                            + " another type: an SQL expression over the columns of the row."
                            + " Repeatable.")
    List<ColumnValue> fill = new ArrayList<>();

    @Option(
            names = "--fill-back",
            paramLabel = "TABLE.COLUMN=SQL",
            converter = ColumnValueOption.class,
            description =
                    "The same for the script that takes the change back, by the names of before."
                            + " Default: the default of the column, or the emptiest value of its"
                            + " type. Repeatable.")
    List<ColumnValue> fillBack = new ArrayList<>();

    @Option(
            names = "--engine-folder",
            description =
                    "Write into the folder of the engine in use, such as migrations/sqlite: for a"
                            + " module that is to run on several. Done in any case where one engine"
                            + " has scripts of its own.")
    boolean engineFolder;

    @Option(
            names = "--large-table",
            paramLabel = "ROWS",
            defaultValue = "" + GenerationRequest.LARGE_TABLE,
            description =
                    "From how many rows on a table of PostgreSQL is changed in steps that keep nobody"
                            + " waiting for long. Default: ${DEFAULT-VALUE}.")
    long largeTable;

    @Option(
            names = "--dry-run",
            description = "Write no files; print the scripts after they were proved.")
    boolean dryRun;

    GenerateCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var database = module.of(databases);
        var folder = into.orElseGet(() -> sources(plan, database.module())).toAbsolutePath();
        var request =
                new GenerationRequest(
                        message, folder, engineFolder, fill, fillBack, largeTable, dryRun);
        GenerationReport generated;
        try (var bar = output().progress()) {
            generated = database.generate(request, bar);
        }
        if (json) {
            output().print(GeneratedDocument.of(generated));
        } else {
            output().print(GeneratedReport.of(generated, output().palette()));
        }
        return ExitCode.SUCCESS;
    }

    private Path sources(Plan plan, String name) {
        var place =
                plan.modules().stream()
                        .filter(m -> m.name().equals(name))
                        .flatMap(m -> m.info().location().stream())
                        .findFirst();
        return place.flatMap(SourceFolder::ofMigrations)
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "Where the sources of the module "
                                        + name
                                        + " are is not known"
                                        + place.map(p -> ": it was found in " + p).orElse("")
                                        + ". Name the folder of their migrations with --into, such"
                                        + " as --into src/main/resources/migrations"));
    }
}
