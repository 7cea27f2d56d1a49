package dev.tenon.database.internal.record;

import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.AppliedMigration;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.source.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Records what becomes of one run of migrations, and knows whether there was a failure among it.
 */
final class RecordedMigrations implements MigrationListener {

    private final SchemaHistory history;
    private boolean hasFailed;

    RecordedMigrations(SchemaHistory history) {
        this.history = history;
    }

    /** Returns whether a failure is on record. */
    boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public void applied(List<AppliedMigration> migrations) {
        history.applied(migrations);
    }

    @Override
    public void undone(List<AppliedMigration> migrations) {
        history.undone(migrations);
    }

    @Override
    public void failed(
            Migration migration, Instant begun, Duration took, MigrationException failure) {
        hasFailed = true;
        history.failed(migration, begun, took, failure);
    }
}
