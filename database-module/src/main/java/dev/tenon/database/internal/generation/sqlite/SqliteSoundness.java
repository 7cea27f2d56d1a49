package dev.tenon.database.internal.generation.sqlite;

import dev.tenon.database.error.GenerationError;
import dev.tenon.database.internal.generation.proof.FailedStatement;
import dev.tenon.database.internal.generation.proof.StatementRun;
import java.sql.Connection;
import java.sql.SQLException;

/** What SQLite does not look at by itself before a commit. */
final class SqliteSoundness {

    private SqliteSoundness() {}

    static void check(Connection connection) throws FailedStatement, SQLException {
        foreignKeys(connection);
        viewsAndTriggers(connection);
    }

    private static void foreignKeys(Connection connection) throws FailedStatement, SQLException {
        var check = "PRAGMA foreign_key_check";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(check)) {
            if (rows.next()) {
                throw new FailedStatement(
                        check,
                        "A row of the table '%s' refers to a row of the table '%s' that is not there"
                                .formatted(rows.getString(1), rows.getString(3)));
            }
        }
    }

    /** A rename of any column has SQLite read all of them. */
    private static void viewsAndTriggers(Connection connection)
            throws FailedStatement, SQLException {
        StatementRun.command(connection, "SAVEPOINT tenon_soundness");
        StatementRun.command(connection, "CREATE TABLE tenon_soundness (before)");
        var rename = "ALTER TABLE tenon_soundness RENAME COLUMN before TO after";
        try {
            StatementRun.command(connection, rename);
        } catch (SQLException e) {
            throw new FailedStatement(GenerationError.BLOCKED, "the views and triggers", e);
        }
        StatementRun.command(connection, "ROLLBACK TO tenon_soundness");
        StatementRun.command(connection, "RELEASE tenon_soundness");
    }
}
