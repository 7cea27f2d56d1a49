package dev.tenon.host.internal.json;

import dev.tenon.database.admin.BackupInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code tenon db backup} and {@code restore} print with {@code --json}.
 *
 * @param backups the backups
 */
public record BackupsDocument(List<Entry> backups) {

    /**
     * One backup.
     *
     * @param bytes the size of the file
     * @param schemaVersion the version of the schema; empty if it has none
     * @param rows how many rows each table has
     */
    public record Entry(
            String file,
            long bytes,
            String database,
            String module,
            String engine,
            String schemaVersion,
            String takenAt,
            Map<String, Long> rows) {}

    /** Returns the document for the given backups. */
    public static BackupsDocument of(List<BackupInfo> backups) {
        return new BackupsDocument(
                backups.stream()
                        .map(b ->
                                new Entry(
                                        b.file().toString(),
                                        b.bytes(),
                                        b.database(),
                                        b.module(),
                                        b.engine(),
                                        b.schemaVersion(),
                                        b.takenAt().toString(),
                                        new TreeMap<>(b.rows())))
                        .toList());
    }
}
