package dev.tenon.host.internal.json;

import dev.tenon.database.admin.DatabaseStatus;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.ScriptFinding;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db status}, {@code pending}, {@code validate} and {@code repair} print with
 * {@code --json}.
 *
 * @param databases the databases, in the order in which their modules start
 */
public record MigrationsDocument(List<Entry> databases) {

    /**
     * One database.
     *
     * @param version the highest version that has run; null if there is none
     * @param pending the migrations that have not run and will
     * @param inTheWay the migrations because of which the others do not run
     * @param drift how its tables are not what the module declares
     * @param findings what is dangerous in the scripts that have not run; {@code validate} alone
     *     looks for that
     * @param problem why it cannot be told how it stands, or why its tables keep the module from
     *     its start; null if nothing is wrong
     */
    public record Entry(
            String name,
            String module,
            boolean exists,
            Optional<String> version,
            List<Migration> migrations,
            List<Migration> pending,
            List<Migration> inTheWay,
            Drift drift,
            List<Finding> findings,
            Optional<ProblemDocument> problem) {}

    /**
     * One migration.
     *
     * @param version its version; empty for one that is repeated
     * @param place where the module has it; null if it does not
     * @param state how it stands
     * @param at when it has run; null if it has not
     */
    public record Migration(
            String version,
            String description,
            Optional<String> place,
            String state,
            Optional<String> at) {}

    /**
     * How tables are not what is declared.
     *
     * @param needed what would have to change for code that relies on the declaration, in words
     * @param extra what would have to change besides
     */
    public record Drift(List<String> needed, List<String> extra) {}

    /**
     * Something dangerous in a script.
     *
     * @param place the path of the script in its module
     * @param line the line in which the statement begins, from 1
     * @param danger the kind of danger, by which a comment allows it
     * @param problem what it can do, the safe way, and how to allow it
     */
    public record Finding(String place, int line, String danger, ProblemDocument problem) {}

    /** Returns the document for the given databases. */
    public static MigrationsDocument of(List<DatabaseStatus> databases) {
        return new MigrationsDocument(databases.stream().map(MigrationsDocument::entry).toList());
    }

    private static Entry entry(DatabaseStatus status) {
        return new Entry(
                status.summary().name(),
                status.summary().module(),
                status.summary().exists(),
                status.version(),
                migrations(status.migrations()),
                migrations(status.pending()),
                migrations(status.inTheWay()),
                new Drift(status.drift().needed(), status.drift().extra()),
                status.findings().stream().map(MigrationsDocument::finding).toList(),
                status.problem().map(ProblemDocument::of));
    }

    private static Finding finding(ScriptFinding found) {
        return new Finding(
                found.place(), found.line(), found.danger(), ProblemDocument.of(found.problem()));
    }

    private static List<Migration> migrations(List<MigrationStatus> all) {
        return all.stream()
                .map(m ->
                        new Migration(
                                m.version(),
                                m.description(),
                                m.place(),
                                m.state().name(),
                                m.at().map(Object::toString)))
                .toList();
    }
}
