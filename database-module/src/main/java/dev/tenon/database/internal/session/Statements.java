package dev.tenon.database.internal.session;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Claim;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.Prepared;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.Failures;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the statements of one session on its connection: the one place where they begin and end. */
final class Statements {

    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    /** An interrupted virtual thread closes the socket that it reads from. */
    private static final Set<ErrorClass> ENDED_EARLY =
            EnumSet.of(ErrorClass.TIMEOUT, ErrorClass.CONNECTION);

    /** Stands for all versions of the tables. */
    private static final long ALWAYS = 0;

    private final Thread thread = Thread.currentThread();
    private final EngineConnection connection;
    private final Store store;
    private final Claim claim;
    private final Failures failures;
    private @Nullable Set<AutoCloseable> left;
    private @Nullable SQLException loss;
    private final UnsentRows unsent = new UnsentRows();
    private final SentRows sent = new SentRows();
    private final ImplicitCommits commits;
    private int running;
    private @Nullable Object only;
    private CommitOutcome outcome = CommitOutcome.NOT_APPLIED;
    private boolean changesTables;
    private boolean over;

    Statements(EngineConnection connection, Store store, Claim claim, Failures failures) {
        this.connection = connection;
        this.store = store;
        this.claim = claim;
        this.failures = failures;
        commits = new ImplicitCommits(store, failures);
    }

    /** Prepares, binds, runs and gives back. */
    <R extends @Nullable Object> R run(
            SqlText text, Parameters parameters, StatementAction<R> action) {
        only(parameters, text.sql());
        return carryOut(text, parameters, action);
    }

    /** Does the same with a portion of a batch, whose portions are one statement. */
    <R extends @Nullable Object> R runPortion(
            BatchStatement batch, SqlText text, Parameters parameters, StatementAction<R> action) {
        only(batch, text.sql());
        join(text.sql());
        return carryOut(text, parameters, action);
    }

    private <R extends @Nullable Object> R carryOut(
            SqlText text, Parameters parameters, StatementAction<R> action) {
        try (var prepared = prepare(text)) {
            try {
                parameters.bind(prepared.statement());
                begin(text.sql());
                R result;
                try {
                    result = action.apply(prepared);
                } finally {
                    end();
                }
                if (parameters.areLarge()) {
                    // In a cache, the statement would hold them until it is used again.
                    prepared.statement().clearParameters();
                }
                return result;
            } catch (SQLException e) {
                prepared.discard();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(text.sql(), e);
        }
    }

    /** Prepares a statement that is kept until it is closed, or the session ends. */
    Prepared open(SqlText text) {
        only(new Object(), text.sql());
        join(text.sql());
        try {
            var prepared = prepare(text);
            keep(prepared);
            return prepared;
        } catch (SQLException e) {
            throw failed(text.sql(), e);
        }
    }

    /** Says that what follows needs a transaction, for the sake of this. */
    void join(String sql) {
        try {
            connection.join();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private Prepared prepare(SqlText text) throws SQLException {
        comes(text);
        if (text.leaves()) {
            // It may begin and commit by itself there, or leave what a rollback takes away.
            connection.join();
        }
        var prepared = connection.prepare(text.jdbc());
        if (changesTables && text.star() && hasVersions()) {
            // If the tables go back, their version does too, and comes again with other columns.
            prepared.discard();
        }
        return prepared;
    }

    /** Says that a statement comes, which may change the tables, commit, or leave something. */
    void comes(SqlText text) {
        commits.refuseAfterChange(text);
        changesTables |= text.changesTables();
        if (text.leaves()) {
            connection.willBeMarked();
        }
    }

    private boolean hasVersions() {
        return connection.schemaVersion() != EngineConnection.UNKNOWN;
    }

    /** Does something with a statement that is open already, within the time of a statement. */
    <R extends @Nullable Object> R step(String sql, Prepared prepared, JdbcStep<R> step) {
        try {
            return stepping(sql, step);
        } catch (SQLException e) {
            prepared.discard();
            throw failed(sql, e);
        }
    }

    /** Does something by way of JDBC, for those who expect the engine's own exceptions. */
    <R extends @Nullable Object> R stepping(String sql, JdbcStep<R> step) throws SQLException {
        requireUsable(sql);
        begin(sql);
        try {
            return step.run();
        } catch (SQLException e) {
            noteLoss(e);
            throw e;
        } finally {
            end();
        }
    }

    /** Runs a statement that undoes something, for which time is never up. */
    void undo(String sql) {
        try (var prepared = connection.prepare(sql)) {
            try {
                var _ = prepared.statement().execute();
            } catch (SQLException e) {
                prepared.discard();
                throw e;
            }
        } catch (SQLException e) {
            if (loss == null) {
                loss = e;
            }
        }
    }

    /** A statement may run others between its rows; its time is theirs. */
    private void begin(String sql) {
        if (running == 0) {
            connection.begin(sql, claim.deadline());
        }
        running++;
        // Asked again: before, an interrupt would have hit nothing.
        if (claim.cancellation().isRequested()) {
            end();
            throw cancelled(sql, null, CommitOutcome.NOT_APPLIED);
        }
        if (connection.commitsByItself()) {
            outcome = CommitOutcome.APPLIED;
        }
    }

    private void end() {
        if (--running == 0) {
            connection.end();
        }
    }

    /** A call of JDBC. */
    @FunctionalInterface
    interface JdbcStep<R extends @Nullable Object> {
        R run() throws SQLException;
    }

    /** Remembers what is to be closed at the end of the session at the latest. */
    void keep(AutoCloseable result) {
        if (left == null) {
            left = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        left.add(result);
    }

    /** Says that what was kept is closed. */
    void closed(AutoCloseable result) {
        if (left != null) {
            left.remove(result);
        }
    }

    /**
     * Returns a number that changes with the columns of the statement, once it is prepared; {@link
     * EngineConnection#UNKNOWN} if they have to be looked at.
     */
    long schemaVersion(SqlText text) {
        if (!text.star() && hasVersions()) {
            return ALWAYS;
        }
        return changesTables ? EngineConnection.UNKNOWN : connection.schemaVersion();
    }

    UnsentRows unsent() {
        return unsent;
    }

    SentRows sent() {
        return sent;
    }

    boolean isOver() {
        return over;
    }

    /** Ends the statement that runs, if one does; may be called by any thread. */
    void cancel() {
        connection.interrupt();
    }

    void requireUsable(String sql) {
        if (over || !Thread.currentThread().equals(thread)) {
            throw failures.of(
                    DatabaseError.SESSION_OVER,
                    over
                            ? "The session has ended, and does not run: " + sql + "."
                            : "The session belongs to the thread " + thread + ": " + sql + ".",
                    "");
        }
        requireHealthy();
        if (claim.cancellation().isRequested()) {
            throw cancelled(sql, null, outcome);
        }
        if (claim.deadline().isOver()) {
            throw failures.of(
                    DatabaseError.TIMEOUT,
                    "The time of the session was up before: " + sql + ".",
                    "");
        }
    }

    /**
     * Says that a statement comes.
     *
     * @param owner whose it is: several of one owner count as one
     */
    void only(Object owner, String sql) {
        requireUsable(sql);
        if (claim.isSingleStatement() && only != null && !only.equals(owner)) {
            throw failures.of(
                    DatabaseError.SEVERAL_STATEMENTS,
                    "The session was to run a single statement, and does not run: " + sql + ".",
                    "");
        }
        only = owner;
    }

    /**
     * Returns what has become of the changes already, whatever the work does now: they hold, or
     * nobody knows, if a statement has committed by itself.
     */
    CommitOutcome outcome() {
        return outcome;
    }

    /** Refuses to go on, or to end well, when the engine has rolled the transaction back. */
    void requireHealthy() {
        if (loss == null) {
            return;
        }
        if (outcome == CommitOutcome.UNKNOWN) {
            throw unknown("see the cause", loss);
        }
        throw failures.of(
                DatabaseError.ABORTED,
                "The transaction on " + failures.database() + " is lost.",
                "The database has rolled it back when a statement failed.",
                loss,
                CommitOutcome.NOT_APPLIED);
    }

    private void noteLoss(SQLException e) {
        if (loss == null && connection.failed(e)) {
            loss = e;
        }
    }

    DatabaseException failed(String sql, SQLException e) {
        noteLoss(e);
        outcome = connection.outcome(e);
        var what = store.classify(e);
        if (ENDED_EARLY.contains(what.errorClass()) && claim.cancellation().isRequested()) {
            return cancelled(sql, e, outcome);
        }
        return outcome == CommitOutcome.UNKNOWN && what.errorClass() == ErrorClass.CONNECTION
                ? unknown(sql, e)
                : failures.of(what, fact(what, sql), e, outcome);
    }

    private DatabaseException unknown(String sql, SQLException e) {
        return failures.of(
                DatabaseError.OUTCOME_UNKNOWN,
                "The connection to "
                        + failures.database()
                        + " was lost while a statement ran that commits by itself: "
                        + sql
                        + ".",
                Problem.describe(e),
                e,
                CommitOutcome.UNKNOWN);
    }

    private String fact(Classification what, String sql) {
        return (what.errorClass() == ErrorClass.TIMEOUT
                        ? "A statement on "
                                + failures.database()
                                + " was interrupted, its time was up: "
                        : "A statement on " + failures.database() + " failed: ")
                + sql
                + ".";
    }

    private DatabaseException cancelled(String sql, @Nullable SQLException e, CommitOutcome known) {
        return failures.of(
                DatabaseError.CANCELLED, "The work was cancelled at: " + sql + ".", "", e, known);
    }

    /** Refuses to end well what was lost, cancelled or left half done. */
    void requireGoodEnd() {
        requireHealthy();
        unsent.requireNone(failures);
        if (claim.cancellation().isRequested() && outcome == CommitOutcome.NOT_APPLIED) {
            throw cancelled("its end", null, outcome);
        }
    }

    /** Closes what is still open; nothing runs any more. */
    void close() {
        over = true;
        if (left != null) {
            left.forEach(this::closeQuietly);
        }
    }

    void closeQuietly(AutoCloseable result) {
        try {
            result.close();
        } catch (Exception e) {
            // It repeats the failure of the statement, which is known already.
            LOG.debug("A statement on {} closes with a failure", failures.database(), e);
        }
    }
}
