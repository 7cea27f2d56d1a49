package dev.tenon.host.internal.output;

import dev.tenon.database.admin.DatabaseSummary;
import java.util.List;

/** The databases of the modules, for people. */
public final class DatabasesReport {

    private DatabasesReport() {}

    /** Returns a table of the databases, with what is wrong with them. */
    public static String of(List<DatabaseSummary> databases, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("MODULE"),
                                palette.heading("ENGINE"),
                                palette.heading("THERE"),
                                palette.heading("PLACE"));
        for (DatabaseSummary database : databases) {
            table.row(
                    database.name(),
                    database.module(),
                    database.engine().orElse("-"),
                    database.problem().isPresent() ? "?" : database.exists() ? "yes" : "no",
                    database.place().orElse("-"));
            database.problem().ifPresent(p -> table.note(ProblemText.paragraph(p, palette)));
        }
        return table.toString();
    }
}
