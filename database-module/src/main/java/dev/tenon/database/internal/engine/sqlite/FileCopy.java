package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups.Copied;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * Copies the file of a database while others, in this process and in others, write to it. A read
 * transaction holds the state that is copied: with a WAL nobody waits for it, and the copy is never
 * begun anew, as SQLite would do after each write of another connection.
 */
record FileCopy(SqliteSettings settings, BackupFailures failures) {

    /** How long SQLite waits for another process, in milliseconds. */
    private static final int PATIENCE = 5_000;

    private static final int PAUSE = 100;
    private static final int PAUSES = PATIENCE / PAUSE;

    /** How many pages are copied between two reports. */
    private static final int PAGES = 2_000;

    private static final String STEP = "copying";

    /** What was copied. */
    private record Source(String version, SortedMap<String, Long> rows) {}

    Copied copy(Path target, Progress progress) {
        var source = copyFrom(target, progress);
        var whole = new WholeFile(target, failures);
        long violations = whole.check(source.rows, BackupError.DATABASE_DAMAGED, progress);
        return new Copied(source.version, source.rows, violations);
    }

    private Source copyFrom(Path target, Progress progress) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            var _ = statement.executeUpdate("BEGIN");
            progress.report("counting rows", 0, Progress.UNKNOWN);
            var rows = SqliteRows.of(connection);
            failures.endIfInterrupted("The copy");
            long pageSize = SqliteRows.number(connection, "PRAGMA page_size");
            long bytes = pageSize * SqliteRows.number(connection, "PRAGMA page_count");
            requireRoom(target, bytes);
            copyPages(connection, target, pageSize, progress);
            failures.endIfInterrupted("The copy");
            return new Source(version(connection), rows);
        } catch (SQLException e) {
            throw failed(target, e);
        } catch (IOException e) {
            throw failures.notWritten(target, e);
        }
    }

    private static void copyPages(
            SQLiteConnection connection, Path target, long pageSize, Progress progress)
            throws SQLException {
        var thrown = new RuntimeException[1];
        int result =
                connection
                        .getDatabase()
                        .backup(
                                "main",
                                target.toString(),
                                (remaining, pages) -> {
                                    try {
                                        progress.report(
                                                STEP,
                                                (pages - remaining) * pageSize,
                                                pages * pageSize);
                                    } catch (RuntimeException e) {
                                        // It must not reach the native code that calls this.
                                        thrown[0] = e;
                                    }
                                },
                                PAUSE,
                                PAUSES,
                                PAGES);
        if (thrown[0] != null) {
            throw thrown[0];
        }
        if (result != 0) {
            var code = SQLiteErrorCode.getErrorCode(result);
            throw new SQLiteException("The copy failed: " + code, code);
        }
    }

    private void requireRoom(Path target, long bytes) throws IOException {
        long free = Files.getFileStore(target).getUsableSpace();
        if (free < bytes) {
            throw failures.of(
                    BackupError.NO_ROOM,
                    "A copy of the database "
                            + failures.database()
                            + " cannot be written to "
                            + target.getParent()
                            + ".",
                    "It takes " + kilobytes(bytes) + ", and " + kilobytes(free) + " are free.");
        }
    }

    private static String kilobytes(long bytes) {
        return (bytes + 1023) / 1024 + " kB";
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select sqlite_version()")) {
            row.next();
            return row.getString(1);
        }
    }

    private RuntimeException failed(Path target, SQLException e) {
        var what = SqliteErrors.classify(e);
        var fact = "The database " + failures.database() + " cannot be copied to " + target + ".";
        return switch (what.errorClass()) {
            case CONNECTION, PERMISSION, BUSY ->
                    new Failures(failures.database()).of(what, fact, e, CommitOutcome.NOT_APPLIED);
            default -> new FailedCopy(failures, BackupError.DATABASE_DAMAGED).of(fact, e);
        };
    }

    private SQLiteConnection open() throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(PATIENCE);
        return (SQLiteConnection) config.createConnection("jdbc:sqlite:" + settings.file());
    }
}
