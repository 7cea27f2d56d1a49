package dev.tenon.host.internal.output;

import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.MigrationStatus;
import java.util.List;
import java.util.Locale;

/** How the migrations of databases stand, for people. */
public final class MigrationsReport {

    private MigrationsReport() {}

    /** Returns a table of databases, with what is in the way of their migrations. */
    public static String status(List<DatabaseStatus> databases, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("MODULE"),
                                palette.heading("ENGINE"),
                                palette.heading("VERSION"),
                                palette.heading("STATE"));
        for (DatabaseStatus database : databases) {
            table.row(
                    database.summary().name(),
                    database.summary().module(),
                    database.summary().engine().orElse("-"),
                    database.version().orElse("-"),
                    database.isSound() ? state(database) : palette.error(state(database)));
            addTroubles(table, database, palette);
        }
        return table.toString();
    }

    private static String state(DatabaseStatus database) {
        if (database.problem().isPresent()) {
            return "unknown";
        }
        if (!database.inTheWay().isEmpty()) {
            return "blocked";
        }
        if (!database.summary().exists()) {
            return "not there yet";
        }
        int pending = database.pending().size();
        if (pending > 0) {
            return pending + " pending";
        }
        if (!database.drift().needed().isEmpty()) {
            return "other than declared";
        }
        return database.migrations().isEmpty() ? "without migrations" : "up to date";
    }

    private static void addTroubles(Table table, DatabaseStatus database, Palette palette) {
        database.problem().ifPresent(p -> table.note(ProblemText.paragraph(p, palette)));
        database.inTheWay().forEach(m -> table.note(text(m)));
        if (database.problem().isEmpty()) {
            addDrift(table, "to be as the module declares", database.drift().needed());
        }
    }

    private static void addDrift(Table table, String reason, List<String> changes) {
        changes.forEach(change -> table.note(reason + ": " + change));
    }

    private static String text(MigrationStatus migration) {
        var name =
                (migration.version() + " \"" + migration.description() + "\"").strip()
                        + migration.place().map(p -> " (" + p + ")").orElse("");
        return switch (migration.state()) {
            case FAILED -> name + " has failed, and was not taken back";
            case CHANGED -> name + " has changed since it ran";
            case MISSING -> name + " has run, and the module does not have it";
            case NEWER -> name + " has run, and is newer than the module";
            case TOO_LATE -> name + " has not run, and a later one has";
            case PENDING, APPLIED, PAST, BASELINE ->
                    name + " is " + migration.state().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Returns a table of the migrations that have not run. */
    public static String pending(List<DatabaseStatus> databases, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("VERSION"),
                                palette.heading("MIGRATION"),
                                palette.heading("PLACE"));
        boolean none = true;
        for (DatabaseStatus database : databases) {
            for (MigrationStatus migration : database.pending()) {
                none = false;
                table.row(
                        database.summary().name(),
                        migration.version().isEmpty() ? "-" : migration.version(),
                        migration.description(),
                        migration.place().orElse("-"));
            }
            if (database.problem().isPresent()) {
                none = false;
                table.row(database.summary().name(), "-", palette.error("unknown"), "-");
                addTroubles(table, database, palette);
            }
        }
        return none ? "Nothing is pending." + System.lineSeparator() : table.toString();
    }

    /** Returns what is in the way of migrations, and what is dangerous in them, by database. */
    public static String validation(List<DatabaseStatus> databases, Palette palette) {
        var table =
                new Table()
                        .row(
                                palette.heading("DATABASE"),
                                palette.heading("MODULE"),
                                palette.heading("VALID"));
        for (DatabaseStatus database : databases) {
            table.row(
                    database.summary().name(),
                    database.summary().module(),
                    database.isSound() ? "yes" : palette.error("no"));
            addTroubles(table, database, palette);
            addDrift(table, "not declared, in nobody's way", database.drift().extra());
            database.findings()
                    .forEach(f -> table.note(ProblemText.paragraph(f.problem(), palette)));
        }
        return table.toString();
    }
}
