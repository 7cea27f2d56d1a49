package dev.tenon.database.internal.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.engine.StoreSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionTest {

    @TempDir Path folder;

    @Test
    void columnsOfATableThatNeverCameToBeAreForgotten() throws SQLException {
        var store =
                new StoreSettings(
                        "test",
                        "jdbc:sqlite:" + folder.resolve("test.db"),
                        1,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Map.of());
        try (var connection = SqliteConnection.writer(SqliteSettings.of(store))) {
            connection.command("BEGIN").run();
            connection.command("CREATE TABLE t(a, b)").run();
            assertThat(columns(connection)).containsExactly("a", "b");
            connection.rollback();
            // The version of the schema is that of the table before.
            connection.command("CREATE TABLE t(c)").run();
            assertThat(columns(connection)).containsExactly("c");
        }
    }

    private static List<String> columns(SqliteConnection connection) throws SQLException {
        try (var all = connection.prepare("select * from t");
                var rows = all.query()) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnLabel(i));
            }
            return columns;
        }
    }
}
