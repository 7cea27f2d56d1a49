package dev.tenon.database.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.fixture.LiveTable;
import dev.tenon.database.fixture.LiveTables;
import dev.tenon.database.fixture.RandomSchemas;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates random schemas in a real database, reads them back, and drops them. */
final class GeneratedSchemas {

    private final Dialect dialect;
    private final Connection connection;
    private final UnaryOperator<LiveTable> asTheEngineShowsIt;

    GeneratedSchemas(
            Dialect dialect, Connection connection, UnaryOperator<LiveTable> asTheEngineShowsIt) {
        this.dialect = dialect;
        this.connection = connection;
        this.asTheEngineShowsIt = asTheEngineShowsIt;
    }

    void createReadAndDrop(int number) throws SQLException {
        var live = new LiveTables(connection);
        for (int seed = 0; seed < number; seed++) {
            Schema schema = RandomSchemas.schema(dialect, seed);
            assertThat(dialect.check(schema)).noneMatch(Problem::isError);
            var create = dialect.create(schema);
            execute(seed, create);
            for (Table table : schema.tables()) {
                assertThat(asTheEngineShowsIt.apply(live.table(table.name())))
                        .as("seed %d, %s", seed, create)
                        .isEqualTo(asTheEngineShowsIt.apply(LiveTable.expected(table)));
            }
            foreignKeys(false);
            execute(seed, dialect.drop(schema));
            foreignKeys(true);
            assertThat(live.names()).as("seed %d", seed).isEmpty();
        }
    }

    private void foreignKeys(boolean on) throws SQLException {
        if (dialect instanceof SqliteDialect) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = " + on);
            }
        }
    }

    private void execute(int seed, List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new AssertionError("seed " + seed + ": " + sql, e);
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
