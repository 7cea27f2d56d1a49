package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What has changed the schema of a database.
 *
 * @param version the version of the migration; empty for one that is repeated, and that of the
 *     module where the tables were made from its model
 * @param description in words
 * @param place where the module has it; empty where the tables were made from its model
 * @param begunAt when it began
 * @param took how long it took
 */
public record MigrationRun(
        String version, String description, String place, Instant begunAt, Duration took) {

    public MigrationRun {
        requireNonNull(version, "version");
        requireNonNull(description, "description");
        requireNonNull(place, "place");
        requireNonNull(begunAt, "begunAt");
        requireNonNull(took, "took");
    }
}
