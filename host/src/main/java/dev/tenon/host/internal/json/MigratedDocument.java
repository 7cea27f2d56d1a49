package dev.tenon.host.internal.json;

import dev.tenon.database.admin.MigrationRun;
import dev.tenon.host.internal.outcome.MigrationOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db migrate --json} prints.
 *
 * @param databases the databases, in the order in which they were migrated
 */
public record MigratedDocument(List<Entry> databases) {

    /**
     * One database.
     *
     * @param runs what has been done; empty if there was nothing to do
     * @param problem what went wrong; null if nothing did
     */
    public record Entry(
            String database, String module, List<Run> runs, Optional<ProblemDocument> problem) {}

    /**
     * One migration.
     *
     * @param version its version, or that of the module where the tables were made from its model
     * @param durationMs how long it took, in milliseconds
     */
    public record Run(
            String version, String description, String place, String begunAt, long durationMs) {}

    /** Returns the document for the given outcomes. */
    public static MigratedDocument of(List<MigrationOutcome> outcomes) {
        return new MigratedDocument(
                outcomes.stream()
                        .map(o ->
                                new Entry(
                                        o.database(),
                                        o.module(),
                                        o.runs().stream().map(MigratedDocument::run).toList(),
                                        o.problem().map(ProblemDocument::of)))
                        .toList());
    }

    private static Run run(MigrationRun run) {
        return new Run(
                run.version(),
                run.description(),
                run.place(),
                run.begunAt().toString(),
                run.took().toMillis());
    }
}
