package dev.tenon.database.internal.generation.postgres;

import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.generation.proof.Bench;
import dev.tenon.database.internal.generation.proof.FailedStatement;
import dev.tenon.database.internal.generation.proof.StatementRun;
import dev.tenon.database.internal.introspection.Token;
import dev.tenon.database.internal.introspection.Tokens;
import dev.tenon.database.internal.script.Directive;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The database itself, in a transaction that is rolled back: nobody else sees anything of it, and
 * whoever needs a table that is changed has to wait until the end. What runs in no transaction is
 * tried in the form that does, an index without CONCURRENTLY.
 */
public final class PostgresBench implements Bench {

    /** Nobody who works is made to wait for us to get a lock. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";

    private final PostgresDialect dialect;
    private final Connection connection;
    private Savepoint start;

    private PostgresBench(PostgresDialect dialect, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        this.start = connection.setSavepoint();
    }

    /**
     * Begins the transaction.
     *
     * @param live to the database, in auto-commit, which it is in again after the end
     */
    public static PostgresBench of(PostgresDialect dialect, Connection live) throws SQLException {
        live.setAutoCommit(false);
        StatementRun.command(live, PATIENCE);
        return new PostgresBench(dialect, live);
    }

    /**
     * Begins the transaction in a schema of its own without tables.
     *
     * @param live as for {@link #of}
     * @throws SQLException if the user may make no schema, among others
     */
    public static PostgresBench empty(PostgresDialect dialect, Connection live)
            throws SQLException {
        var schema = "tenon_proof_" + UUID.randomUUID().toString().replace("-", "");
        live.setAutoCommit(false);
        StatementRun.command(live, "CREATE SCHEMA " + schema);
        StatementRun.command(live, "SET LOCAL search_path = " + schema);
        return new PostgresBench(dialect, live);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void run(List<String> statements, Set<Directive> directives)
            throws FailedStatement, SQLException {
        StatementRun.run(connection, statements.stream().map(this::withoutConcurrently).toList());
        // As the commit would.
        StatementRun.run(
                connection,
                List.of("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"));
    }

    private String withoutConcurrently(String sql) {
        return Tokens.of(sql, dialect.lexis()).stream()
                .filter(t -> t.kind() == Token.Kind.WORD && t.is("CONCURRENTLY"))
                .findFirst()
                .map(t -> sql.substring(0, t.start()) + sql.substring(t.end()))
                .orElse(sql);
    }

    @Override
    public void reset() throws SQLException {
        connection.rollback(start);
        start = connection.setSavepoint();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
