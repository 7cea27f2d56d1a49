package dev.tenon.host.internal.json;

import dev.tenon.database.admin.HistoryEntry;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db history --json} prints.
 *
 * @param entries what became of changes of schemas, the newest last
 */
public record HistoryDocument(List<Entry> entries) {

    /**
     * One change.
     *
     * @param error what went wrong; null if nothing did
     * @param durationMs how long it took, in milliseconds
     */
    public record Entry(
            String begunAt,
            String module,
            String engine,
            String version,
            String description,
            String status,
            Optional<String> error,
            long durationMs) {}

    /** Returns the document for the given entries. */
    public static HistoryDocument of(List<HistoryEntry> entries) {
        return new HistoryDocument(
                entries.stream()
                        .map(e ->
                                new Entry(
                                        e.begunAt().toString(),
                                        e.module(),
                                        e.engine(),
                                        e.version(),
                                        e.description(),
                                        e.status(),
                                        e.error(),
                                        e.took().toMillis()))
                        .toList());
    }
}
