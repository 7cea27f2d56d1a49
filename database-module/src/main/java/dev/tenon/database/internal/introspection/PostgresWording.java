package dev.tenon.database.internal.introspection;

import static java.util.stream.Collectors.joining;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Wording;
import dev.tenon.database.schema.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has PostgreSQL put expressions in its words: on a table in a transaction that is rolled back. It
 * is an ordinary one, because a user who may make tables need not be allowed temporary ones.
 */
public final class PostgresWording implements Wording {

    private static final String TABLE = "tenon_wording";

    /** What PostgreSQL says of a statement that it does not take: syntax, names, types, values. */
    private static final List<String> REFUSALS = List.of("42", "22", "0A");

    /** Says nothing of the statement, but of the user. */
    private static final String NOT_PERMITTED = "42501";

    private final Connection connection;
    private final Dialect dialect;

    public PostgresWording(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Optional<String> condition(
            List<Column> columns, Map<String, String> renamed, String condition)
            throws SQLException {
        return inPassing(() -> {
            create(columns.stream().map(this::plain).toList());
            run("ALTER TABLE tenon_wording ADD CHECK (" + condition + ")");
            for (var name : renamed.entrySet()) {
                run(
                        "ALTER TABLE tenon_wording RENAME COLUMN "
                                + dialect.quote(name.getKey())
                                + " TO "
                                + dialect.quote(name.getValue()));
            }
            return one(
                    """
                    SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                    WHERE conrelid = 'tenon_wording'::regclass AND contype = 'c'\
                    """);
        });
    }

    @Override
    public Optional<String> defaultValue(Column column) throws SQLException {
        if (column.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        var value = dialect.expression(column.defaultValue().get(), column.type());
        return inPassing(() -> {
            create(List.of(plain(column) + " DEFAULT " + value));
            return one(
                    """
                    SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef
                    WHERE adrelid = 'tenon_wording'::regclass\
                    """);
        });
    }

    /** What is done on the table. */
    @FunctionalInterface
    private interface Work {
        Optional<String> run() throws SQLException;
    }

    private Optional<String> inPassing(Work work) throws SQLException {
        if (!connection.getAutoCommit()) {
            var savepoint = connection.setSavepoint();
            try {
                return taken(work);
            } finally {
                connection.rollback(savepoint);
            }
        }
        connection.setAutoCommit(false);
        try {
            return taken(work);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Optional<String> taken(Work work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException e) {
            var state = Optional.ofNullable(e.getSQLState()).orElse("");
            if (state.equals(NOT_PERMITTED) || REFUSALS.stream().noneMatch(state::startsWith)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private String plain(Column column) {
        return dialect.quote(column.name()) + " " + dialect.type(column.type());
    }

    private void create(List<String> columns) throws SQLException {
        run("CREATE TABLE " + TABLE + columns.stream().collect(joining(", ", " (", ")")));
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Names may hold braces, which the driver would take for its own.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private Optional<String> one(String query) throws SQLException {
        return Rows.of(connection, query, row -> row.getString(1)).stream().findFirst();
    }
}
