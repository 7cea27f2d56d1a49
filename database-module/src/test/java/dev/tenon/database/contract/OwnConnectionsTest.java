package dev.tenon.database.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.fixture.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of the caller's own have the settings of the engine, and no limits of sessions. */
class OwnConnectionsTest {

    @TempDir Path folder;

    @Test
    void oneOfSqliteHasItsPragmasAndTellsGeneratedKeys() throws SQLException {
        var settings = StoreSettings.of("test", "jdbc:sqlite:" + folder.resolve("t.db"));
        try (var database = ServerDatabase.open(settings);
                var connection = database.store().connect();
                var statement = connection.createStatement()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(text(connection, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(text(connection, "PRAGMA journal_mode")).isEqualTo("wal");
            statement.execute("create table t (id integer primary key)");
            statement.executeUpdate("insert into t values (7)", Statement.RETURN_GENERATED_KEYS);
            try (var keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void oneOfPostgresqlEndsNoStatementAndNoTransaction() throws SQLException {
        try (var database = ServerDatabase.postgres(s -> s.with("lock-timeout", "3s"));
                var connection = database.store().connect()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(text(connection, "show statement_timeout")).isEqualTo("0");
            assertThat(text(connection, "show idle_in_transaction_session_timeout")).isEqualTo("0");
            assertThat(text(connection, "show lock_timeout")).isEqualTo("3s");
        }
    }

    @Test
    void oneOfMariaDbEndsNoStatementAndNoTransaction() throws SQLException {
        try (var database = ServerDatabase.mariaDb(s -> s.with("lock-timeout", "3s"));
                var connection = database.store().connect()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(text(connection, "select @@max_statement_time")).startsWith("0");
            assertThat(text(connection, "select @@idle_transaction_timeout")).isEqualTo("0");
            assertThat(text(connection, "select @@lock_wait_timeout")).isEqualTo("3");
        }
    }

    @Test
    void itOutlivesItsStore() throws SQLException {
        var database = ServerDatabase.postgres(s -> s);
        try (var connection = database.store().connect()) {
            database.close();

            assertThat(text(connection, "select 1")).isEqualTo("1");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
