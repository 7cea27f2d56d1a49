package dev.tenon.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Another program that uses the file of a database. */
public record Other(Connection connection) implements AutoCloseable {

    public static Other on(TestDatabase database) throws SQLException {
        var config = new SQLiteConfig();
        return new Other(config.createConnection("jdbc:sqlite:" + database.file()));
    }

    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
