package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Store;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.FlywayFailures.Kept;
import dev.tenon.database.internal.migration.FlywayFailures.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.api.FlywayException;

/**
 * What is done when a run of Flyway has failed: takes back what the engine does not, and tells.
 *
 * @param observer of the run
 * @param listener is told which migration has failed
 * @param safeguard takes back what the engine does not, if it can; returns whether it has
 */
record FailedRun(
        MigrationFailures failures,
        Store store,
        RunObserver observer,
        MigrationListener listener,
        BooleanSupplier safeguard) {

    /**
     * Does it, and returns the exception to throw.
     *
     * @param byEngine whether the engine has taken back what was done
     */
    MigrationException of(FlywayException e, boolean byEngine) {
        var migration = observer.current();
        boolean takenBack = byEngine || isTakenBack(e);
        var outcome = takenBack ? new TakenBack(observer.uncommitted()) : new Kept();
        var failure = new FlywayFailures(failures, store).of(e, migration, outcome);
        if (!takenBack) {
            // Those before it hold.
            observer.committed();
        }
        migration.ifPresent(m ->
                listener.failed(
                        m,
                        observer.begun(),
                        Duration.between(observer.begun(), Instant.now()),
                        failure));
        return failure;
    }

    private boolean isTakenBack(FlywayException cause) {
        try {
            return safeguard.getAsBoolean();
        } catch (DatabaseException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
