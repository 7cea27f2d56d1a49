package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.engine.Body;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.CommitFailure;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.failure.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database on a server, with a pool of connections that read and one of those that write. Two,
 * because whether a transaction may write, and how it is isolated, is then told to the server once
 * for each connection, instead of at the begin of every transaction.
 */
public final class PooledStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(PooledStore.class);

    private final PooledSettings settings;
    private final Server server;
    private final Failures failures;
    private final ConnectionPool readers;
    private final ConnectionPool writers;

    private PooledStore(
            PooledSettings settings,
            Server server,
            Failures failures,
            ConnectionPool readers,
            ConnectionPool writers) {
        this.settings = settings;
        this.server = server;
        this.failures = failures;
        this.readers = readers;
        this.writers = writers;
    }

    /** Opens the pools; connections are made when they are needed. */
    public static PooledStore open(PooledSettings settings, Server server) {
        var failures = new Failures(settings.database());
        return new PooledStore(
                settings,
                server,
                failures,
                ConnectionPool.open(settings, server, failures, true),
                ConnectionPool.open(settings, server, failures, false));
    }

    @Override
    public <T extends @Nullable Object> T read(Claim claim, Body<T> body) throws Exception {
        var connection = readers.lend(claim);
        try {
            return read(connection, claim, body);
        } catch (Exception e) {
            if (!connection.wasLost() || claim.cancellation().isRequested()) {
                throw e;
            }
            LOG.debug("A connection of {} was lost at rest", failures.database(), e);
        }
        return read(readers.lend(claim), claim, body);
    }

    private <T extends @Nullable Object> T read(
            PooledConnection connection, Claim claim, Body<T> body) throws Exception {
        try {
            connection.beginRead(claim);
            return body.run(connection);
        } finally {
            uninterrupted(() -> end(connection));
        }
    }

    private void end(PooledConnection reader) {
        try {
            reader.rollback();
        } finally {
            readers.giveBack(reader);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Claim claim, Body<T> body) throws Exception {
        var connection = writers.lend(claim);
        try {
            T value;
            try {
                connection.beginWrite(claim);
                value = body.run(connection);
                refuseIfCancelled(claim, connection);
            } catch (Throwable t) {
                uninterrupted(connection::rollback);
                throw t;
            }
            commit(connection);
            return value;
        } finally {
            uninterrupted(() -> writers.giveBack(connection));
        }
    }

    private void refuseIfCancelled(Claim claim, PooledConnection connection) {
        if (!claim.cancellation().isPossible()) {
            return;
        }
        // From here on nobody interrupts the thread: the outcome of the commit would be unknown.
        claim.cancellation().ended();
        if (claim.cancellation().isRequested() && !connection.commitsByItself()) {
            throw failures.of(
                    DatabaseError.CANCELLED,
                    "The work on " + failures.database() + " was cancelled before its commit.",
                    "");
        }
    }

    private static void commit(PooledConnection connection) throws CommitFailure {
        boolean interrupted = Thread.interrupted();
        try {
            connection.commit();
        } catch (CommitFailure e) {
            connection.rollback();
            throw e;
        } finally {
            restore(interrupted);
        }
    }

    /**
     * Runs with the thread's interrupt put aside: it would close the socket of a virtual thread.
     */
    private static void uninterrupted(Runnable ending) {
        boolean interrupted = Thread.interrupted();
        try {
            ending.run();
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Connection connect() throws SQLException {
        var unlimited = settings.withoutLimits();
        var connection = server.connections(unlimited, false).getConnection();
        try (var statement = connection.createStatement()) {
            var first = server.firstStatement(unlimited, false);
            if (first.isPresent()) {
                var _ = statement.execute(first.get());
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Classification classify(SQLException failure) {
        return server.classify(failure);
    }

    @Override
    public ValueFormat values() {
        return server.values();
    }

    @Override
    public Dialect dialect() {
        return server.dialect();
    }

    @Override
    public Set<String> forbidden() {
        return server.forbidden();
    }

    @Override
    public Optional<Pattern> marks() {
        return Optional.of(server.marks());
    }

    @Override
    public Optional<Pattern> implicitCommits() {
        return server.implicitCommits();
    }

    @Override
    public Set<Lexis> lexis() {
        return server.lexis();
    }

    @Override
    public void close() {
        writers.close();
        readers.close();
    }
}
