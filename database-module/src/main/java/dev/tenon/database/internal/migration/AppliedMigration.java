package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import java.time.Duration;
import java.time.Instant;

/**
 * A migration that has run.
 *
 * @param migration which one
 * @param begun when it began
 * @param took how long it took
 */
public record AppliedMigration(Migration migration, Instant begun, Duration took) {

    /** Returns one that would run, and has not been tried. */
    static AppliedMigration untried(Migration migration) {
        return new AppliedMigration(migration, Instant.now(), Duration.ZERO);
    }
}
