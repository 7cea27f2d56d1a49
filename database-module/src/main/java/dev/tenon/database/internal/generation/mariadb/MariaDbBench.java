package dev.tenon.database.internal.generation.mariadb;

import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.generation.proof.Bench;
import dev.tenon.database.internal.generation.proof.FailedStatement;
import dev.tenon.database.internal.generation.proof.StatementRun;
import dev.tenon.database.internal.generation.writing.Mentions;
import dev.tenon.database.internal.generation.writing.Parts;
import dev.tenon.database.internal.script.Directive;
import dev.tenon.database.schema.Table;
import dev.tenon.database.schema.Unmodelled;
import dev.tenon.database.schema.Unmodelled.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A database of its own on the same server, with a copy of everything but events. */
public final class MariaDbBench implements Bench {

    private final MariaDbDialect dialect;
    private final Connection connection;
    private final String live;
    private final String copy;
    private final boolean isEmpty;

    private MariaDbBench(MariaDbDialect dialect, Connection connection, boolean isEmpty)
            throws SQLException {
        this.isEmpty = isEmpty;
        this.dialect = dialect;
        this.connection = connection;
        this.live = connection.getCatalog();
        this.copy = "tenon_proof_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Makes a copy.
     *
     * @param connection a connection to the database, which is the bench's own from now on
     * @throws SQLException if the user may make no database, among others
     */
    public static MariaDbBench of(MariaDbDialect dialect, Connection connection)
            throws SQLException {
        return made(new MariaDbBench(dialect, connection, false));
    }

    /**
     * Makes a database without tables.
     *
     * @param connection as for {@link #of}
     * @throws SQLException if the user may make no database, among others
     */
    public static MariaDbBench empty(MariaDbDialect dialect, Connection connection)
            throws SQLException {
        return made(new MariaDbBench(dialect, connection, true));
    }

    /** Half a copy is removed: it has rows of somebody in it. */
    private static MariaDbBench made(MariaDbBench bench) throws SQLException {
        try {
            bench.fill();
            return bench;
        } catch (SQLException | RuntimeException e) {
            try {
                bench.drop();
            } catch (SQLException f) {
                e.addSuppressed(f);
            }
            throw e;
        }
    }

    private void fill() throws SQLException {
        command("CREATE DATABASE " + copy + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        if (isEmpty) {
            connection.setCatalog(copy);
            return;
        }
        connection.setCatalog(live);
        var schema = dialect.read(connection);
        var statements = new ArrayList<String>();
        for (Table table : schema.schema().tables()) {
            statements.add(text("SHOW CREATE TABLE " + dialect.quote(table.name())));
        }
        var routines = MariaDbRoutines.read(connection, dialect);
        connection.setCatalog(copy);
        command("SET FOREIGN_KEY_CHECKS = 0");
        for (String statement : statements) {
            command(statement);
        }
        for (Table table : schema.schema().tables()) {
            var columns = new Parts(dialect).columns(table);
            var name = dialect.quote(table.name());
            command(
                    "INSERT INTO %s (%s) SELECT %s FROM %s.%s"
                            .formatted(name, columns, columns, dialect.quote(live), name));
        }
        command("SET FOREIGN_KEY_CHECKS = 1");
        for (MariaDbRoutines.Routine routine : routines) {
            routine.create(connection);
        }
        objects(schema.unmodelled());
    }

    private void objects(List<Unmodelled> objects) throws SQLException {
        var mentions = new Mentions(dialect);
        var views = objects.stream().filter(o -> o.kind() == Kind.VIEW).toList();
        for (Unmodelled view : mentions.inOrder(views)) {
            command(
                    "CREATE VIEW %s AS %s"
                            .formatted(
                                    dialect.quote(view.name()),
                                    mentions.unqualified(view.sql(), live)));
        }
        for (Unmodelled object : objects) {
            if (object.kind() == Kind.TRIGGER) {
                command(object.sql());
            }
        }
    }

    private String text(String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(2);
            }
        }
    }

    private void command(String sql) throws SQLException {
        StatementRun.command(connection, sql);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void run(List<String> statements, Set<Directive> directives)
            throws FailedStatement, SQLException {
        StatementRun.run(connection, statements);
        views();
    }

    /** What a view needs is looked for when it is used. */
    private void views() throws FailedStatement, SQLException {
        for (Unmodelled object : dialect.read(connection).unmodelled()) {
            if (object.kind() == Kind.VIEW) {
                var sql = "SELECT 1 FROM " + dialect.quote(object.name()) + " LIMIT 0";
                try {
                    command(sql);
                } catch (SQLException e) {
                    throw new FailedStatement(
                            GenerationError.BLOCKED, "the view " + object.name(), e);
                }
            }
        }
    }

    @Override
    public void reset() throws SQLException {
        drop();
        fill();
    }

    private void drop() throws SQLException {
        command("DROP DATABASE IF EXISTS " + copy);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            drop();
        }
    }
}
