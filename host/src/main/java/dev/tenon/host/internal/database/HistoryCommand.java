package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.HistoryEntry;
import dev.tenon.host.internal.json.HistoryDocument;
import dev.tenon.host.internal.option.ExitCode;
import dev.tenon.host.internal.output.HistoryReport;
import dev.tenon.host.internal.output.Output;
import java.util.Comparator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon db history}: what became of changes of schemas. */
@Command(
        name = "history",
        description = {
            "Lists what became of each change of a schema, the newest last, from the framework's own"
                    + " database: what has failed, too.",
            "",
            "Nothing is changed, and a host may run meanwhile."
        },
        footer = {
            "  tenon db history",
            "  tenon db history --module sample.notes --limit 5",
            "  tenon db history --json | jq '.entries[] | select(.status == \"failed\")'"
        })
final class HistoryCommand extends DatabaseCommand {

    @Mixin SelectedDatabases selected = new SelectedDatabases();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "List so many at most, the newest. Default: ${DEFAULT-VALUE}.")
    int limit;

    HistoryCommand(Output output) {
        super(output);
    }

    @Override
    int run(DatabaseAdministration databases, Plan plan) {
        var entries =
                selected.of(databases, plan).stream()
                        .flatMap(d -> d.history(limit).stream())
                        .sorted(Comparator.comparing(HistoryEntry::begunAt))
                        .toList();
        var shown = entries.subList(Math.max(0, entries.size() - limit), entries.size());
        if (json) {
            output().print(HistoryDocument.of(shown));
        } else {
            output().print(HistoryReport.of(shown, output().palette()));
        }
        return ExitCode.SUCCESS;
    }
}
