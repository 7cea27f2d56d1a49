package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.Isolation;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.CommitFailure;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.Prepared;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.Holder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of a pool that is lent to one transaction. */
final class PooledConnection implements EngineConnection {

    private static final Logger LOG = LoggerFactory.getLogger(PooledConnection.class);

    private final Server server;
    private final Connection jdbc;
    private final Connection physical;
    private final Interrupter interrupter;
    private final Holder holder;
    private final long statementNanos;
    private boolean transactionLost;
    private boolean connectionLost;
    private int statements;
    private boolean oneByOne;
    private boolean committing;
    private boolean marked;
    private volatile @Nullable String running;

    PooledConnection(Server server, Connection jdbc, Claim claim, Duration statementTimeout)
            throws SQLException {
        this.server = server;
        this.jdbc = jdbc;
        physical = jdbc.unwrap(Connection.class);
        interrupter = new Interrupter(server, physical);
        holder = Holder.now(Thread.currentThread(), claim.work());
        statementNanos =
                server.limitsStatements() || statementTimeout.isZero()
                        ? Long.MAX_VALUE
                        : statementTimeout.toNanos();
    }

    /** Begins a transaction that only reads. */
    void beginRead(Claim claim) throws SQLException {
        var isolation = claim.isolation().orElse(Isolation.REPEATABLE_READ);
        boolean isAlone = claim.isSingleStatement() && isolation == Isolation.REPEATABLE_READ;
        if (server.runsOneByOne() && (isAlone || isolation == Isolation.READ_COMMITTED)) {
            runOneByOne();
        } else if (isolation != Isolation.REPEATABLE_READ) {
            set(isolation);
        }
    }

    /** Begins a transaction that may write. */
    void beginWrite(Claim claim) throws SQLException {
        if (claim.isolation().isPresent()) {
            set(claim.isolation().get());
        } else if (server.runsOneByOne() && claim.isSingleStatement()) {
            runOneByOne();
            committing = true;
        }
    }

    private void runOneByOne() throws SQLException {
        oneByOne = true;
        jdbc.setAutoCommit(true);
    }

    private void set(Isolation isolation) throws SQLException {
        try (var statement = jdbc.createStatement()) {
            for (var sql : server.isolate(isolation)) {
                var _ = statement.execute(sql);
            }
        }
    }

    @Override
    public void join() throws SQLException {
        if (oneByOne) {
            oneByOne = false;
            committing = false;
            jdbc.setAutoCommit(false);
        }
    }

    @Override
    public boolean commitsByItself() {
        return committing;
    }

    @Override
    public Connection jdbc() {
        return jdbc;
    }

    @Override
    public void willBeMarked() {
        marked = true;
    }

    @Override
    public Prepared prepare(String sql) throws SQLException {
        return new DriverStatement(jdbc.prepareStatement(sql));
    }

    @Override
    public void begin(String sql, Deadline deadline) {
        running = sql;
        statements++;
        interrupter.begin(
                statementNanos == Long.MAX_VALUE
                        ? deadline
                        : deadline.orEarlier(new Deadline(System.nanoTime() + statementNanos)));
    }

    @Override
    public void end() {
        interrupter.end();
        running = null;
    }

    @Override
    public boolean failed(SQLException failure) {
        connectionLost |= isLost(failure);
        transactionLost |= connectionLost || server.endsTransaction(failure);
        return transactionLost;
    }

    /** With an error that ends its process, the server may have committed. */
    @Override
    public CommitOutcome outcome(SQLException failure) {
        return !committing || statements == 0 || (server.refusesStatement(failure) && !isClosed())
                ? CommitOutcome.NOT_APPLIED
                : CommitOutcome.UNKNOWN;
    }

    private boolean isClosed() {
        try {
            return physical.isClosed();
        } catch (SQLException e) {
            LOG.debug("A connection that does not know whether it is closed is", e);
            return true;
        }
    }

    private boolean isLost(SQLException failure) {
        return server.classify(failure).errorClass() == ErrorClass.CONNECTION;
    }

    @Override
    public void interrupt() {
        interrupter.ringNow();
    }

    /** Commits. */
    void commit() throws CommitFailure {
        if (oneByOne) {
            return;
        }
        try {
            var doom = server.doom(physical);
            if (doom.isPresent()) {
                throw new CommitFailure(CommitOutcome.NOT_APPLIED, doom.get());
            }
            jdbc.commit();
        } catch (SQLException e) {
            connectionLost |= isLost(e);
            throw new CommitFailure(
                    server.refusesCommit(e) ? CommitOutcome.NOT_APPLIED : CommitOutcome.UNKNOWN, e);
        }
    }

    /**
     * Ends a transaction without its changes, because of what was thrown or because it only read.
     */
    void rollback() {
        if (oneByOne) {
            return;
        }
        try {
            jdbc.rollback();
        } catch (SQLException e) {
            connectionLost = true;
            // A server undoes what is open on a connection that it has lost.
            LOG.debug("A lost connection is rolled back by the server", e);
        }
    }

    /** Returns whether it was lost already when it was lent, as its first statement showed. */
    boolean wasLost() {
        return connectionLost && statements <= 1;
    }

    /** Returns whether the connection is lost, and not only its transaction. */
    boolean isLost() {
        return connectionLost;
    }

    /** Takes away what its session has left; returns whether somebody else may get it. */
    boolean clean() {
        if (connectionLost || !marked) {
            return !connectionLost;
        }
        try {
            return server.clean(jdbc);
        } catch (SQLException e) {
            LOG.debug("A connection that cannot be cleaned is closed", e);
            return false;
        }
    }

    String describe() {
        return holder.describe(Optional.ofNullable(running));
    }

    /** Says that nobody uses it any more. */
    void release() {
        interrupter.close();
    }
}
