package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.migration.source.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A migration that has run.
 *
 * @param migration which one
 * @param begun when it began
 * @param took how long it took
 * @param passedOver the statements of it that were passed over, and why
 * @param isSkipped whether all of them were
 */
public record AppliedMigration(
        Migration migration,
        Instant begun,
        Duration took,
        List<String> passedOver,
        boolean isSkipped) {

    public AppliedMigration {
        passedOver = List.copyOf(passedOver);
    }

    /** Returns one that would run, and has not been tried. */
    static AppliedMigration untried(Migration migration) {
        return new AppliedMigration(migration, Instant.now(), Duration.ZERO, List.of(), false);
    }
}
