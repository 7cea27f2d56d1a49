package dev.tenon.database.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A backup of a database.
 *
 * @param file where it is
 * @param bytes its size
 * @param module the module whose database it is
 * @param database the name of the database
 * @param engine the engine
 * @param schemaVersion the version of the schema, empty if it has none
 * @param takenAt when it was taken
 * @param rows how many rows each table has
 */
public record BackupInfo(
        Path file,
        long bytes,
        String module,
        String database,
        String engine,
        String schemaVersion,
        Instant takenAt,
        Map<String, Long> rows) {

    public BackupInfo {
        rows = Map.copyOf(rows);
    }
}
