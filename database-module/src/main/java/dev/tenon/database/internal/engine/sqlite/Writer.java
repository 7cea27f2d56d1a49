package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Body;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.CommitFailure;
import dev.tenon.database.engine.Deadline;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.engine.sqlite.WorkResult.Returned;
import dev.tenon.database.internal.engine.sqlite.WorkResult.Thrown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one connection that writes. Works follow each other on it, each on its caller's thread; while
 * others wait, the transaction stays open, each work in a savepoint of its own, and the last one
 * commits for all. So the wait for the disk is shared, and a caller who is alone pays nothing for
 * it.
 *
 * <p>When a shared transaction is lost as a whole (disk full, an interrupted write, {@code ON
 * CONFLICT ROLLBACK}, a deferred foreign key that fails at the commit), each of its works is run
 * again alone.
 */
final class Writer implements AutoCloseable {

    /** How long works are added to a transaction before those in it get their commit. */
    private static final long LONGEST_SHARED = TimeUnit.MILLISECONDS.toNanos(20);

    /** What a commit takes that is not worth waiting for company. */
    private static final long CHEAP_COMMIT = TimeUnit.MICROSECONDS.toNanos(30);

    private static final long LONGEST_FOR_COMPANY = TimeUnit.MICROSECONDS.toNanos(100);

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final SqliteConnection connection;
    private final WriterTurns turns;
    private final Command begin;
    private final Command commit;
    private final Command savepoint;
    private final Command release;
    private final Command rollbackTo;
    // Used in turn only.
    private @Nullable SharedCommit open;
    // How many works the last commit was for, and how long it took.
    private int usual;
    private long commitNanos;

    Writer(SqliteConnection connection, WriterTurns turns) throws SQLException {
        this.connection = connection;
        this.turns = turns;
        begin = connection.command("BEGIN IMMEDIATE");
        commit = connection.command("COMMIT");
        savepoint = connection.command("SAVEPOINT tenon_work");
        release = connection.command("RELEASE tenon_work");
        rollbackTo = connection.command("ROLLBACK TO tenon_work");
        connection.dontWait();
    }

    /** Returns the connection for a look at something, while no work can have it. */
    Connection idle() {
        return connection.forReading();
    }

    <T extends @Nullable Object> T write(Claim claim, Body<T> body) throws Exception {
        turns.enter(claim);
        if (!claim.repeatable()) {
            return aloneInTurn(claim, body);
        }
        WorkResult<T> result;
        SharedCommit shared;
        try {
            if (open == null) {
                begin(claim);
                shared = new SharedCommit();
                result = run(body);
                if (result instanceof Thrown) {
                    connection.rollback();
                    return result.get();
                }
                open = shared;
            } else {
                shared = open;
                shared.joined();
                result = runWithin(shared, body);
            }
        } finally {
            passOn(claim);
        }
        if (!isLost(shared, result) || hasNoTimeFor(claim, result)) {
            return result.get();
        }
        turns.enter(claim);
        return aloneInTurn(claim, body);
    }

    /** A work that has failed by itself holds in no case, whatever has become of the commit. */
    private static boolean isLost(SharedCommit shared, WorkResult<?> result) throws CommitFailure {
        try {
            return shared.isLost();
        } catch (CommitFailure e) {
            if (result instanceof Thrown<?>(var thrown)) {
                thrown.addSuppressed(e);
                return false;
            }
            throw e;
        }
    }

    /**
     * Runs a command that another process may hold up. SQLite's own wait would hold the carrier of
     * a virtual thread, and knows neither deadlines nor cancellation.
     */
    private void patiently(Command command, Claim claim) throws SQLException {
        Deadline deadline = null;
        long pause = SHORTEST_PAUSE;
        while (true) {
            try {
                command.run();
                return;
            } catch (SQLiteException e) {
                deadline = deadline == null ? turns.patience(claim) : deadline;
                if (!is(e, SQLiteErrorCode.SQLITE_BUSY)
                        || deadline.isOver()
                        || isInterrupted(claim)) {
                    throw e;
                }
            }
            LockSupport.parkNanos(this, pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private static boolean is(SQLiteException e, SQLiteErrorCode code) {
        return (e.getResultCode().code & 0xff) == code.code;
    }

    private static boolean isInterrupted(Claim claim) {
        return claim.cancellation().isRequested() || Thread.currentThread().isInterrupted();
    }

    /**
     * Runs the body, which shares the connection's transaction with others, and undoes it alone.
     */
    private <T extends @Nullable Object> WorkResult<T> runWithin(SharedCommit shared, Body<T> body)
            throws SQLException {
        savepoint.run();
        var result = run(body);
        boolean kept = true;
        if (result instanceof Thrown) {
            kept = rollbackTo.result() == 0;
        }
        if (!kept || release.result() != 0) {
            loseOpen(shared);
        }
        return result;
    }

    private <T extends @Nullable Object> WorkResult<T> run(Body<T> body) {
        try {
            return new Returned<>(body.run(connection));
        } catch (Throwable t) {
            return new Thrown<>(t);
        } finally {
            connection.takenBack();
        }
    }

    /** Hands the open transaction to the next work, or ends it. */
    private void passOn(Claim claim) {
        SharedCommit ending = null;
        boolean handedOver = false;
        try {
            handedOver =
                    open != null
                            && open.age() < LONGEST_SHARED
                            && turns.handOver(patienceForCompany());
            if (!handedOver && open != null) {
                ending = open;
                open = null;
                end(ending, claim);
            }
        } finally {
            if (!handedOver) {
                leave(ending);
            }
        }
    }

    /** First the turn: to wake those who share the commit takes longer than a work. */
    private void leave(@Nullable SharedCommit ended) {
        try {
            turns.leave();
        } finally {
            if (ended != null) {
                ended.ended();
            }
        }
    }

    /**
     * Returns how long a work waits for another that may share its commit, if fewer are in it than
     * in the last one: as a rule those come again a moment after they have been woken. At most what
     * the commit itself takes.
     */
    private long patienceForCompany() {
        if (open == null || open.works() >= usual || Thread.currentThread().isVirtual()) {
            // A virtual thread would have to let others have its carrier, for as long as they like.
            return 0;
        }
        return commitNanos < CHEAP_COMMIT ? 0 : Math.min(commitNanos, LONGEST_FOR_COMPANY);
    }

    private void end(SharedCommit ending, Claim claim) {
        usual = ending.works();
        long begun = System.nanoTime();
        try {
            commit(claim);
            commitNanos = System.nanoTime() - begun;
            ending.committed();
        } catch (CommitFailure e) {
            if (e.outcome() == CommitOutcome.UNKNOWN) {
                ending.failed(e);
            } else {
                ending.lost();
            }
        }
    }

    private void loseOpen(SharedCommit shared) throws SQLException {
        open = null;
        try {
            connection.rollback();
        } finally {
            shared.lost();
            shared.ended();
        }
    }

    /** Runs the body in a transaction of its own; the turn is had, and is given up. */
    private <T extends @Nullable Object> T aloneInTurn(Claim claim, Body<T> body) throws Exception {
        try {
            if (open != null) {
                var ending = open;
                open = null;
                try {
                    end(ending, claim);
                } finally {
                    ending.ended();
                }
            }
            begin(claim);
            var result = run(body);
            if (result instanceof Thrown) {
                connection.rollback();
                return result.get();
            }
            commit(claim);
            return result.get();
        } finally {
            turns.leave();
        }
    }

    /** Begins a transaction; undoes one that is open still. */
    private void begin(Claim claim) throws SQLException {
        try {
            patiently(begin, claim);
        } catch (SQLiteException e) {
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_ERROR) {
                throw e;
            }
            // No memory, or no stack, was left to undo it when it broke off.
            connection.rollback();
            patiently(begin, claim);
        }
    }

    private void commit(Claim claim) throws CommitFailure {
        try {
            patiently(commit, claim);
        } catch (SQLException e) {
            throw new CommitFailure(undoFailedCommit(e), e);
        } catch (RuntimeException | Error e) {
            var brokenOff = new SQLException("The commit was broken off", e);
            try {
                connection.rollback();
            } catch (SQLException | RuntimeException | Error rollback) {
                brokenOff.addSuppressed(rollback);
            }
            throw new CommitFailure(CommitOutcome.UNKNOWN, brokenOff);
        }
    }

    /**
     * Undoes what a commit that failed has left. After an I/O error nobody knows: the commit may be
     * in the log, and be found there at the next start.
     */
    private CommitOutcome undoFailedCommit(SQLException e) {
        if (!(e instanceof SQLiteException failure)) {
            // The connection was closed before, which undid everything.
            return CommitOutcome.NOT_APPLIED;
        }
        try {
            connection.rollback();
        } catch (SQLException rollback) {
            e.addSuppressed(rollback);
            return CommitOutcome.UNKNOWN;
        }
        return is(failure, SQLiteErrorCode.SQLITE_IOERR)
                ? CommitOutcome.UNKNOWN
                : CommitOutcome.NOT_APPLIED;
    }

    /** A work that has failed may fail for lack of time; one that has succeeded is lost again. */
    private static boolean hasNoTimeFor(Claim claim, WorkResult<?> result) {
        return result instanceof Thrown<?>(var thrown)
                && (claim.deadline().isOver()
                        || claim.cancellation().isRequested()
                        || (thrown instanceof DatabaseException e
                                && e.code() == DatabaseError.TIMEOUT));
    }

    @Override
    public void close() {
        turns.close();
        connection.close();
    }
}
