package dev.tenon.database.internal.engine.pooled;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lends the connections of one pool of HikariCP, in the order of asking. Who waits stands before
 * the pool instead of in it, so that the limit of a session holds, and those who hold the
 * connections can be named.
 */
final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    /** After which a connection that nobody needs is closed. */
    private static final Duration AT_REST = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PooledSettings settings;
    private final Server server;
    private final Failures failures;
    private final HikariPool pool;
    private final Semaphore permits;
    private final Set<PooledConnection> lent = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ConnectionPool(
            PooledSettings settings, Server server, Failures failures, HikariPool pool) {
        this.settings = settings;
        this.server = server;
        this.failures = failures;
        this.pool = pool;
        permits = new Semaphore(settings.store().maxConnections(), true);
    }

    static ConnectionPool open(
            PooledSettings settings, Server server, Failures failures, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName("tenon-" + settings.database() + (readOnly ? "-readers" : "-writers"));
        config.setDataSource(server.connections(settings, readOnly));
        server.firstStatement(settings, readOnly).ifPresent(config::setConnectionInitSql);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.store().maxConnections());
        config.setMinimumIdle(settings.minConnections());
        config.setConnectionTimeout(Math.max(250, settings.store().connectionTimeout().toMillis()));
        config.setIdleTimeout(AT_REST.toMillis());
        config.setScheduledExecutor(PoolThreads.KEEPER);
        config.setThreadFactory(
                Thread.ofPlatform().daemon().name(config.getPoolName() + "-", 0).factory());
        // The first connection has been made already, with words that Hikari does not have.
        config.setInitializationFailTimeout(-1);
        config.validate();
        return new ConnectionPool(settings, server, failures, new HikariPool(config));
    }

    PooledConnection lend(Claim claim) throws SQLException {
        var deadline =
                claim.deadline().orEarlier(Deadline.after(settings.store().connectionTimeout()));
        await(deadline);
        Connection jdbc = null;
        try {
            refuseIfClosed();
            jdbc = connection(deadline);
            var connection =
                    new PooledConnection(server, jdbc, claim, settings.store().statementTimeout());
            lent.add(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            if (jdbc != null) {
                pool.evictConnection(jdbc);
            }
            permits.release();
            throw e;
        }
    }

    private void await(Deadline deadline) {
        try {
            // With a time, unlike without, this does not overtake those who wait.
            if (!permits.tryAcquire(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)) {
                refuseIfClosed();
                throw usedUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private Connection connection(Deadline deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline.left());
        try {
            return pool.getConnection(Math.max(1, left));
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(e);
            }
            refuseIfClosed();
            // Hikari's own exception tells the state of the pool; what was wrong is behind it.
            var cause = e.getCause() instanceof SQLException behind ? behind : e;
            var fact =
                    "The database "
                            + failures.database()
                            + " could not be connected to within "
                            + Math.max(1, left)
                            + " ms.";
            var refused = server.classify(cause);
            switch (refused.errorClass()) {
                // The server is there, and has a reason that does not pass by itself.
                case PERMISSION, MISSING_DATABASE ->
                        throw failures.of(refused, fact, cause, CommitOutcome.NOT_APPLIED);
                default ->
                        throw failures.of(
                                DatabaseError.UNREACHABLE,
                                fact,
                                Problem.describe(cause),
                                e,
                                CommitOutcome.NOT_APPLIED);
            }
        }
    }

    private DatabaseException interrupted(Exception e) {
        return failures.of(
                DatabaseError.CANCELLED,
                "The wait for a connection to " + failures.database() + " was interrupted.",
                "",
                e,
                CommitOutcome.NOT_APPLIED);
    }

    private DatabaseException usedUp() {
        var holders =
                lent.stream().map(PooledConnection::describe).collect(Collectors.joining("; "));
        return failures.of(
                DatabaseError.CONNECTIONS_USED_UP,
                "No connection of " + failures.database() + " became free in time.",
                "All "
                        + settings.store().maxConnections()
                        + " are lent, and "
                        + permits.getQueueLength()
                        + " more works wait. They are held by: "
                        + holders);
    }

    private void refuseIfClosed() {
        if (closed) {
            throw failures.of(
                    DatabaseError.CLOSED,
                    "The database " + failures.database() + " is closed.",
                    "");
        }
    }

    void giveBack(PooledConnection connection) {
        lent.remove(connection);
        try {
            connection.release();
            if (connection.clean()) {
                connection.jdbc().close();
            } else {
                pool.evictConnection(connection.jdbc());
            }
            if (connection.isLost()) {
                // What has ended one connection has most probably ended the others.
                pool.softEvictConnections();
            }
        } catch (SQLException e) {
            LOG.debug("A lost connection of {} closes with a failure", failures.database(), e);
        } finally {
            permits.release();
        }
    }

    /** Waits for those that are lent a while, interrupts what still runs on them, and closes. */
    @Override
    public void close() {
        closed = true;
        try {
            int all = settings.store().maxConnections();
            if (!permits.tryAcquire(all, GRACE.toSeconds(), TimeUnit.SECONDS)) {
                for (var connection : lent) {
                    LOG.warn(
                            "The database {} is closing; interrupting {}",
                            failures.database(),
                            connection.describe());
                    connection.interrupt();
                }
            } else {
                permits.release(all);
            }
            pool.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lent.forEach(PooledConnection::interrupt);
            pool.softEvictConnections();
        }
    }
}
