package dev.tenon.database.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a database at one moment.
 *
 * @param name tells it from the others of the database
 * @param schemaVersion the version of the schema then; may be empty
 * @param takenAt the moment
 * @param file where it is, if it is a file; otherwise it is in the database
 */
public record Snapshot(String name, String schemaVersion, Instant takenAt, Optional<Path> file) {}
