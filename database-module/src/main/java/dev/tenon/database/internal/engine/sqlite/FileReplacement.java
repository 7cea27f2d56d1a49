package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * Puts a file in the place of a database that nobody uses. SQLite would take a WAL or a journal of
 * the old file for that of the new one, so these go first; what is in them has been taken into the
 * old file by then. Whenever the process ends, the old database or the new one is there, whole.
 */
record FileReplacement(Path file, BackupFailures failures) {

    private static final int STEPS = 4;

    /**
     * Replaces it.
     *
     * @param content the new file, whole, on the same file system
     * @return how many rows each table has now
     */
    Map<String, Long> by(Path content, Progress progress) {
        var old = new RestingFile(file, failures);
        try {
            progress.report("closing the old file", 0, STEPS);
            settle(old);
            progress.report("removing what stands beside it", 1, STEPS);
            old.removeBeside();
            progress.report("putting the new file in its place", 2, STEPS);
            DurableFiles.replace(content, file);
            progress.report("reading the new file", 3, STEPS);
            var rows = new WholeFile(file, failures).rows();
            progress.report("reading the new file", STEPS, STEPS);
            return rows;
        } catch (IOException | SQLException e) {
            throw failures.of(
                    BackupError.NOT_RESTORED, "The file " + file + " cannot be replaced.", e);
        }
    }

    private void settle(RestingFile old) throws IOException, SQLException {
        try {
            old.settle();
        } catch (SQLException e) {
            if (SqliteErrors.classify(e).errorClass() == ErrorClass.BUSY) {
                throw failures.of(
                        BackupError.IN_USE,
                        "The file " + file + " cannot be replaced: somebody has it open.",
                        e);
            }
            throw e;
        }
    }
}
