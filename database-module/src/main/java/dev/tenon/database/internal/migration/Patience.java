package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.error.MigrationError;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long one host waits for another one that migrates the same database. Used by one thread. */
final class Patience {

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        /** Tries it, and returns whether it is done; busy engines throw that they are. */
        boolean isDone() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final MigrationFailures failures;
    private final Store store;
    private final Duration limit;

    Patience(MigrationFailures failures, Store store, Duration limit) {
        this.failures = failures;
        this.store = store;
        this.limit = limit;
    }

    /**
     * Tries until it is done.
     *
     * @throws dev.tenon.database.error.MigrationException {@code DB-MIG-017} if the time is up, or
     *     the thread is interrupted
     */
    void untilFree(Attempt attempt) throws SQLException {
        var deadline = Deadline.after(limit);
        boolean told = false;
        while (!isDone(attempt)) {
            if (!told) {
                LOG.info(
                        "The database {} is migrated by another host; waiting for it",
                        failures.owner().database());
                told = true;
            }
            if (deadline.left() <= 0) {
                throw locked("It has not been done for " + limit.toSeconds() + " s.");
            }
            pause();
        }
    }

    private boolean isDone(Attempt attempt) throws SQLException {
        try {
            return attempt.isDone();
        } catch (SQLException e) {
            if (store.classify(e).errorClass() == ErrorClass.BUSY) {
                return false;
            }
            throw e;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw locked("The wait for it was ended.");
        }
    }

    private RuntimeException locked(String cause) {
        return failures.of(
                MigrationError.LOCKED,
                "The migrations of " + failures.owner() + " cannot be run now.",
                "Another host holds it. " + cause,
                Optional.empty());
    }
}
