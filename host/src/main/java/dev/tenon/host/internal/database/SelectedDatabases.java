package dev.tenon.host.internal.database;

import dev.tenon.core.Plan;
import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.ManagedDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;

/** Which databases a command is about. */
final class SelectedDatabases {

    @Option(
            names = {"-m", "--module"},
            paramLabel = "NAME",
            description = {
                "The module whose database it is; the name of the database will do. Repeatable.",
                "Default: all, in the order in which the modules start."
            })
    List<String> modules = new ArrayList<>();

    /** Returns them, those of modules that others require first. */
    List<ManagedDatabase> of(DatabaseAdministration databases, Plan plan) {
        if (!modules.isEmpty()) {
            return modules.stream().map(databases::of).toList();
        }
        var order = plan.modules().stream().map(m -> m.name()).toList();
        return databases.databases().stream()
                .sorted(Comparator.comparingInt(d -> order.indexOf(d.module())))
                .toList();
    }
}
