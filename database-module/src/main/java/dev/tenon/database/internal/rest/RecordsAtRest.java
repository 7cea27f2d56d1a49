package dev.tenon.database.internal.rest;

import static java.util.Objects.requireNonNull;

import dev.tenon.database.Row;
import dev.tenon.database.admin.HistoryEntry;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.record.FrameworkSchema;
import dev.tenon.database.internal.record.SchemaHistory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The framework's own database while no host runs in this process. Used by one thread. */
final class RecordsAtRest implements AutoCloseable {

    private final FrameworkDatabase framework = new FrameworkDatabase();
    private final DatabaseOpener opener;

    RecordsAtRest(DatabaseOpener opener) {
        this.opener = opener;
    }

    /** Returns the record of the schema of a module's database, which is written from now on. */
    SchemaHistory historyOf(SchemaOwner owner, String engine) {
        framework.open(() -> opener.open(FrameworkDatabase.NAME));
        return framework.historyOf(owner, engine);
    }

    /** Returns what is on record of a database, the newest first. */
    List<HistoryEntry> history(String database, int limit) {
        var opened = opener.openIfThere(FrameworkDatabase.NAME).map(OpenDatabase::forTool);
        if (opened.isEmpty()) {
            return List.of();
        }
        try (var records = opened.get()) {
            return records.sessions()
                    .read(s ->
                            s.query(FrameworkSchema.SELECT_HISTORY, database, limit)
                                    .list(RecordsAtRest::entry));
        }
    }

    private static HistoryEntry entry(Row row) throws SQLException {
        return new HistoryEntry(
                requireNonNull(row.get(1, Instant.class)),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                Optional.ofNullable(row.get(7, String.class)),
                Duration.ofMillis(requireNonNull(row.get(8, Long.class))));
    }

    private static String text(Row row, int column) throws SQLException {
        return requireNonNull(row.get(column, String.class));
    }

    @Override
    public void close() {
        framework.close();
    }
}
