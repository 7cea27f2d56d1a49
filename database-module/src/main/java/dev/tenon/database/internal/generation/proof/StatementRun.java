package dev.tenon.database.internal.generation.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs statements one after the other. */
public final class StatementRun {

    private StatementRun() {}

    public static void run(Connection connection, List<String> statements)
            throws FailedStatement, SQLException {
        try (var statement = connection.createStatement()) {
            // Names may hold braces, which a driver would take for its own.
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new FailedStatement(sql, e);
                }
            }
        }
    }

    /** Runs a command of our own. */
    public static void command(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            var _ = statement.execute(sql);
        }
    }
}
