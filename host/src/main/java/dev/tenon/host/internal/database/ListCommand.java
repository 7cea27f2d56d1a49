package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import dev.tenon.host.internal.json.DatabasesDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.DatabasesReport;
import dev.tenon.host.internal.output.Output;
import picocli.CommandLine.Command;

/** {@code tenon db list}: which databases there are, and where. */
@Command(
        name = "list",
        description = {
            "Lists the databases of the modules and the framework's own: their engines, where they"
                    + " are, and whether they are there yet.",
            "",
            "No database is opened or made; servers are asked whether a database of theirs is there."
        },
        footer = {"  tenon db list", "  tenon db list --json | jq -r '.databases[].place'"})
final class ListCommand extends DatabaseCommand {

    ListCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var listed = databases.databases().stream().map(ManagedDatabase::summary).toList();
        if (json) {
            output().print(DatabasesDocument.of(listed));
        } else {
            output().print(DatabasesReport.of(listed, output().palette()));
        }
        return listed.stream().allMatch(d -> d.problem().isEmpty())
                ? ExitCode.SUCCESS
                : ExitCode.NOT_STARTED;
    }
}
