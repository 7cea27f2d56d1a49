package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.database.admin.StatementResult;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.host.internal.json.SqlDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.Output;
import dev.tenon.host.internal.output.SqlReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tenon db sql}: statements on the database of a module. */
@Command(
        name = "sql",
        description = {
            "Runs statements on the database of a module, in one transaction, and prints their rows.",
            "",
            "Without --write the transaction cannot change anything, and a host may run meanwhile."
        },
        footer = {
            "  tenon db sql --module sample.notes 'select * from note'",
            "  tenon db sql -m notes --json 'select title from note' | jq .results",
            "  tenon db sql --module notes --write \"delete from note where title = ''\""
        })
final class SqlCommand extends DatabaseCommand {

    @Mixin RequiredModule module = new RequiredModule();

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--write",
            description =
                    "Commit what the statements change. Refused while a host runs on the folder of the"
                            + " database.")
    boolean write;

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "Read so many rows of each result at most. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Parameters(
            arity = "1..*",
            paramLabel = "STATEMENT",
            description = "One statement of SQL each.")
    List<String> statements = new ArrayList<>();

    SqlCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        if (limit < 1) {
            throw wrongUsage("--limit is a number of rows above 0, and not " + limit + ".");
        }
        var database = module.of(databases);
        var results = write ? database.execute(statements, limit) : query(database);
        if (json) {
            output().print(SqlDocument.of(results));
        } else {
            results.forEach(r -> output().print(SqlReport.of(r, output().palette())));
        }
        if (results.stream().anyMatch(StatementResult::isCut)) {
            output().tell("There are more rows than " + limit + ": --limit reads more.");
        }
        return ExitCode.SUCCESS;
    }

    private List<StatementResult> query(ManagedDatabase database) {
        try {
            return database.query(statements, limit);
        } catch (DatabaseException e) {
            if (e.code() == DatabaseError.READ_ONLY) {
                throw wrongUsage(
                        "Without --write nothing can be changed: "
                                + e.problem().cause()
                                + " Add --write to commit what the statements change.");
            }
            throw e;
        }
    }

    private ParameterException wrongUsage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
