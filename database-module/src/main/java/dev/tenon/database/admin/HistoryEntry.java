package dev.tenon.database.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a change of a schema, as the framework's own database has it: what has failed,
 * too.
 *
 * @param begunAt when it began
 * @param module the module
 * @param engine the engine of its database
 * @param version the version of the migration, or of the module where the tables were made from its
 *     model
 * @param description in words
 * @param status {@code success}, {@code failed}, {@code skipped} or {@code undone}; {@code
 *     archived} or {@code dropped} where the module was uninstalled with its data
 * @param error what went wrong, with the statement; nothing if nothing did
 * @param took how long it took
 */
public record HistoryEntry(
        Instant begunAt,
        String module,
        String engine,
        String version,
        String description,
        String status,
        Optional<String> error,
        Duration took) {}
