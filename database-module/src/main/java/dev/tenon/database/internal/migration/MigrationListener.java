package dev.tenon.database.internal.migration;

import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.source.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Is told what becomes of migrations, by the thread that runs them. */
public interface MigrationListener {

    /** Listens to nothing. */
    MigrationListener NONE = new MigrationListener() {};

    /** Called when migrations have run and hold: together, where they were one transaction. */
    default void applied(List<AppliedMigration> migrations) {}

    /** Called when migrations have been taken back by their undo scripts, and that holds. */
    default void undone(List<AppliedMigration> migrations) {}

    /**
     * Called when a migration has failed.
     *
     * @param begun when it began
     * @param took how long it took
     */
    default void failed(
            Migration migration, Instant begun, Duration took, MigrationException failure) {}
}
