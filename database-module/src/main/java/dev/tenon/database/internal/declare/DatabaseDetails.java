package dev.tenon.database.internal.declare;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.PlanDetail;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the plan shows of the database of a module. */
final class DatabaseDetails {

    private DatabaseDetails() {}

    static List<PlanDetail> of(Declaration declaration, Optional<Dialect> dialect) {
        var details = new ArrayList<PlanDetail>();
        details.add(new PlanDetail("database", declaration.shownDatabase()));
        dialect.ifPresent(d -> details.add(new PlanDetail("engine", d.name())));
        declaration
                .schema()
                .ifPresent(schema ->
                        details.add(
                                new PlanDetail(
                                        "tables",
                                        schema.tables().stream()
                                                .map(DatabaseDetails::shown)
                                                .collect(joining(", ")))));
        declaration
                .supplier()
                .ifPresent(s ->
                        details.add(
                                new PlanDetail(
                                        "tables",
                                        "those that " + s + " makes, known at the start only")));
        shown(declaration.migrations())
                .ifPresent(text -> details.add(new PlanDetail("migrations", text)));
        if (!declaration.formerModules().isEmpty()) {
            details.add(
                    new PlanDetail(
                            "formerly",
                            declaration.formerModules().stream()
                                    .map(name -> name.replaceAll("\\p{C}", "?"))
                                    .sorted()
                                    .collect(joining(", "))));
        }
        if (!declaration.capabilities().isEmpty()) {
            details.add(
                    new PlanDetail(
                            "needs",
                            declaration.capabilities().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .collect(joining(", "))));
        }
        return details;
    }

    /** Tells how many there are, and to which version they lead. */
    private static Optional<String> shown(Migrations migrations) {
        if (migrations.isEmpty()) {
            return Optional.empty();
        }
        int once = migrations.versioned().size();
        int repeated = migrations.repeated().size();
        return Optional.of(
                once
                        + migrations.latest().map(v -> ", to version " + v).orElse("")
                        + (repeated == 0 ? "" : ", and " + repeated + " repeated"));
    }

    private static String shown(Table table) {
        int columns = table.columns().size();
        return table.name() + " (" + columns + (columns == 1 ? " column)" : " columns)");
    }
}
