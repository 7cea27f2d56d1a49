package dev.tenon.host.internal.json;

import dev.tenon.database.admin.DatabaseSummary;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db list --json} prints.
 *
 * @param databases the databases, ordered by their names, the framework's own last
 */
public record DatabasesDocument(List<Entry> databases) {

    /**
     * One database.
     *
     * @param name its name
     * @param module the module that declares it
     * @param engine its engine; null if its settings are wrong
     * @param place where it is; null if its settings are wrong
     * @param exists whether it is there
     * @param problem what is wrong; null if nothing is
     */
    public record Entry(
            String name,
            String module,
            Optional<String> engine,
            Optional<String> place,
            boolean exists,
            Optional<ProblemDocument> problem) {}

    /** Returns the document for the given databases. */
    public static DatabasesDocument of(List<DatabaseSummary> databases) {
        return new DatabasesDocument(
                databases.stream()
                        .map(d ->
                                new Entry(
                                        d.name(),
                                        d.module(),
                                        d.engine(),
                                        d.place(),
                                        d.exists(),
                                        d.problem().map(ProblemDocument::of)))
                        .toList());
    }
}
