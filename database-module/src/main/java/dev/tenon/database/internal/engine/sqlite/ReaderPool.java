package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that read: opened when first needed, up to a limit, and lent in the order of
 * asking. No library's pool: those keep two threads for each database and check and age
 * connections, which a file does not need.
 */
final class ReaderPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final SqliteSettings settings;
    private final Failures failures;
    private final Semaphore permits;
    private final ArrayDeque<SqliteConnection> idle = new ArrayDeque<>();
    private final Set<SqliteConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ReaderPool(SqliteSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
        permits = new Semaphore(settings.store().maxConnections(), true);
    }

    SqliteConnection lend(Claim claim) throws SQLException {
        await(claim);
        try {
            refuseIfClosed();
            var free = pollIdle();
            return free == null ? open() : free;
        } catch (SQLException | RuntimeException | Error e) {
            permits.release();
            throw e;
        }
    }

    private @Nullable SqliteConnection pollIdle() {
        synchronized (idle) {
            return idle.pollFirst();
        }
    }

    private SqliteConnection open() throws SQLException {
        var connection = SqliteConnection.reader(settings);
        open.add(connection);
        return connection;
    }

    private void await(Claim claim) {
        try {
            // With a time, unlike without, this does not overtake those who wait.
            if (permits.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return;
            }
            var patience = Deadline.after(settings.store().connectionTimeout());
            var deadline = claim.deadline().orEarlier(patience);
            if (!permits.tryAcquire(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)) {
                refuseIfClosed();
                throw usedUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(
                    DatabaseError.CANCELLED,
                    "The wait for a connection to " + failures.database() + " was interrupted.",
                    "",
                    e,
                    CommitOutcome.NOT_APPLIED);
        }
    }

    private DatabaseException usedUp() {
        return failures.of(
                DatabaseError.READERS_USED_UP,
                "No connection of " + failures.database() + " became free in time.",
                "All "
                        + settings.store().maxConnections()
                        + " are reading, and "
                        + permits.getQueueLength()
                        + " more works wait.");
    }

    private void refuseIfClosed() {
        if (closed) {
            throw failures.of(
                    DatabaseError.CLOSED,
                    "The database " + failures.database() + " is closed.",
                    "");
        }
    }

    void giveBack(SqliteConnection connection, boolean usable) {
        if (usable && !closed) {
            synchronized (idle) {
                idle.addFirst(connection);
            }
        } else {
            close(connection);
        }
        permits.release();
        if (closed) {
            closeIdle();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
        try {
            if (hasAllBack()) {
                return;
            }
            LOG.warn("The database {} closes; interrupting who reads", failures.database());
            open.forEach(SqliteConnection::interrupt);
            if (hasAllBack()) {
                return;
            }
            LOG.warn("The database {} closes under those who read", failures.database());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(this::close);
    }

    private boolean hasAllBack() throws InterruptedException {
        int all = settings.store().maxConnections();
        boolean back = permits.tryAcquire(all, GRACE.toNanos(), TimeUnit.NANOSECONDS);
        if (back) {
            permits.release(all);
        }
        return back;
    }

    private void closeIdle() {
        for (var c = pollIdle(); c != null; c = pollIdle()) {
            close(c);
        }
    }

    private void close(SqliteConnection connection) {
        open.remove(connection);
        connection.close();
    }
}
