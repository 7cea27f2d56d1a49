package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.internal.failure.BackupFailures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/** A file that nobody else uses, such as a copy: brought into one piece, and checked. */
record WholeFile(Path file, BackupFailures failures) {

    /** How long SQLite waits for whoever has the file, in milliseconds. */
    private static final int PATIENCE = 1_000;

    /** In kibibytes, which SQLite takes for pages if it is positive. */
    private static final int CACHE = -64_000;

    /** How much is told of what is wrong. */
    private static final int FLAWS = 3;

    /**
     * Takes in what stands in files beside it. From then on it is one file, with a rollback journal
     * while somebody writes.
     *
     * @throws SQLException also if somebody uses it
     */
    void settle() throws SQLException {
        try (var connection = open()) {
            settle(connection);
        }
    }

    private static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var _ = statement.executeQuery("PRAGMA journal_mode=DELETE")) {
            // It ends WAL, for which nobody else may have the file open.
            return;
        }
    }

    /**
     * Brings it into one piece and checks it.
     *
     * @param rows how many each table has to have
     * @param damaged the error of one that is not whole
     * @return how many rows refer to a row that is not there
     */
    long check(Map<String, Long> rows, BackupError damaged, Progress progress) {
        try (var connection = openDraft()) {
            settle(connection);
            progress.report("checking the copy", 0, Progress.UNKNOWN);
            requireIntegrity(connection, damaged);
            failures.endIfInterrupted("The check of a copy");
            requireRows(rows, SqliteRows.of(connection));
            return SqliteRows.number(connection, "select count(*) from pragma_foreign_key_check");
        } catch (SQLException e) {
            throw notChecked(damaged, e);
        }
    }

    Map<String, Long> rows() throws SQLException {
        try (var connection = open()) {
            return SqliteRows.of(connection);
        }
    }

    /** Brings it into one piece and refuses it if it is damaged. */
    void requireIntegrity(BackupError damaged) {
        try (var connection = openDraft()) {
            settle(connection);
            requireIntegrity(connection, damaged);
        } catch (SQLException e) {
            throw notChecked(damaged, e);
        }
    }

    /** A disk that is full, or fails, says nothing of what was copied. */
    private BackupException notChecked(BackupError damaged, SQLException e) {
        var failed = new FailedCopy(failures, damaged);
        return failed.isDamaged(e)
                ? failed.of(damagedFact(), e)
                : failed.of(
                        "A copy of the database "
                                + failures.database()
                                + " cannot be checked in "
                                + file.getParent()
                                + ".",
                        e);
    }

    private void requireIntegrity(Connection connection, BackupError damaged) throws SQLException {
        var flaws = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check(" + FLAWS + ")")) {
            while (row.next()) {
                flaws.add(row.getString(1).strip());
            }
        }
        if (!flaws.equals(List.of("ok"))) {
            throw failures.of(
                    damaged,
                    damagedFact(),
                    "PRAGMA integrity_check says: " + String.join("; ", flaws) + ".");
        }
    }

    private String damagedFact() {
        return "A copy of the database " + failures.database() + " is not whole.";
    }

    private void requireRows(Map<String, Long> expected, Map<String, Long> found) {
        for (var table : expected.entrySet()) {
            var rows = found.get(table.getKey());
            if (!Objects.equals(rows, table.getValue())) {
                throw different(table.getKey(), table.getValue(), rows);
            }
        }
        for (String table : found.keySet()) {
            if (!expected.containsKey(table)) {
                throw different(table, 0, found.get(table));
            }
        }
    }

    private BackupException different(String table, long expected, @Nullable Long found) {
        return failures.of(
                BackupError.DIFFERENT,
                "A copy of the database " + failures.database() + " is not what it should be.",
                "The table "
                        + table
                        + (found == null ? " is missing" : " has " + found + " rows")
                        + ", where "
                        + expected
                        + " rows were expected.");
    }

    private Connection open() throws SQLException {
        return open(new SQLiteConfig());
    }

    /** Waits for no disk: whoever gives a draft its name waits for all of it. */
    private Connection openDraft() throws SQLException {
        var config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.OFF);
        return open(config);
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        // The check looks at the rows of a table in the order of each of its indexes.
        config.setCacheSize(CACHE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(PATIENCE);
        // As a URI: the driver would look for settings after a question mark in the path.
        return config.createConnection(
                "jdbc:sqlite:" + file.toUri().toString().replace("file:///", "file:/"));
    }
}
