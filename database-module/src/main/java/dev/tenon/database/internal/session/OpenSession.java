package dev.tenon.database.internal.session;

import dev.tenon.core.error.Problem;
import dev.tenon.database.Batch;
import dev.tenon.database.Query;
import dev.tenon.database.Session;
import dev.tenon.database.Update;
import dev.tenon.database.Work;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.Prepared;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session on a connection that an engine has lent. */
final class OpenSession implements Session {

    private final Statements statements;
    private final EngineConnection connection;
    private final SessionBasis basis;
    private final boolean readOnly;
    private @Nullable List<Runnable> afterCommit;
    private int savepoints;

    OpenSession(
            Statements statements,
            EngineConnection connection,
            SessionBasis basis,
            boolean readOnly) {
        this.statements = statements;
        this.connection = connection;
        this.basis = basis;
        this.readOnly = readOnly;
    }

    @Override
    public Query query(String sql, @Nullable Object... parameters) {
        var text = basis.texts().of(sql);
        var rows = basis.rows();
        return new QueryStatement(statements, rows, text, Parameters.of(text, rows, parameters));
    }

    @Override
    public long execute(String sql, @Nullable Object... parameters) {
        var text = basis.texts().of(sql);
        return statements.run(
                text, Parameters.of(text, basis.rows(), parameters), OpenSession::changes);
    }

    static long changes(Prepared prepared) throws SQLException {
        var statement = prepared.statement();
        if (!statement.execute()) {
            return Math.max(0, statement.getLargeUpdateCount());
        }
        // A query left open would keep its state of the database beyond the session.
        statement.getResultSet().close();
        return 0;
    }

    @Override
    public Update update(String sql) {
        return new UpdateStatement(
                statements, basis.rows(), basis.texts(), basis.texts().of(sql), basis.quote());
    }

    @Override
    public Batch batch(String sql) {
        return new BatchStatement(statements, basis.rows(), basis.texts().of(sql));
    }

    @Override
    public <T extends @Nullable Object> T savepoint(Work<T> work) {
        // What was added outside is not undone with what is within.
        statements.unsent().send();
        var name = "tenon_" + ++savepoints;
        int actions = afterCommit == null ? 0 : afterCommit.size();
        statements.only(name, "savepoint()");
        statements.join("savepoint()");
        control("SAVEPOINT " + name);
        statements.sent().begin();
        try {
            T value = work.apply(this);
            control("RELEASE SAVEPOINT " + name);
            statements.sent().keep();
            return value;
        } catch (Throwable t) {
            undo(name, actions);
            throw rethrown(t);
        } finally {
            savepoints--;
        }
    }

    private void undo(String name, int actions) {
        if (afterCommit != null) {
            afterCommit.subList(actions, afterCommit.size()).clear();
        }
        statements.unsent().drop();
        statements.sent().undo();
        // If it fails, the session is lost as a whole, which its end will say.
        statements.undo("ROLLBACK TO SAVEPOINT " + name);
        statements.undo("RELEASE SAVEPOINT " + name);
    }

    private RuntimeException rethrown(Throwable t) {
        return switch (t) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case SQLException e -> statements.failed("(by way of JDBC)", e);
            default ->
                    basis.failures()
                            .of(
                                    DatabaseError.WORK_FAILED,
                                    "The work of a savepoint threw.",
                                    Problem.describe(t),
                                    t,
                                    CommitOutcome.NOT_APPLIED);
        };
    }

    private void control(String sql) {
        var text = SqlText.of(sql);
        var _ = statements.run(text, new Parameters(text, basis.rows()), OpenSession::changes);
    }

    @Override
    public void afterCommit(Runnable action) {
        statements.requireUsable("afterCommit()");
        if (afterCommit == null) {
            afterCommit = new ArrayList<>();
        }
        afterCommit.add(action);
    }

    /** Returns what is to be done after the commit. */
    List<Runnable> actions() {
        return afterCommit == null ? List.of() : afterCommit;
    }

    @Override
    public Connection connection() {
        statements.only(connection, "connection()");
        statements.join("connection()");
        return new GuardedConnection(connection.jdbc(), statements, basis.texts()).proxy();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }
}
