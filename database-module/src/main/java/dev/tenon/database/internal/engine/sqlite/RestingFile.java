package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The file of a database that nobody uses, with what SQLite keeps beside it. */
record RestingFile(Path path, BackupFailures failures) {

    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    /**
     * Takes in what stands beside it, as far as it can be read at all, so that what is beside it
     * may go.
     *
     * @throws SQLException also if somebody uses it
     */
    void settle() throws IOException, SQLException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return;
        }
        try {
            new WholeFile(path, failures).settle();
        } catch (SQLException e) {
            if (SqliteErrors.classify(e).errorClass() != ErrorClass.CORRUPT) {
                throw e;
            }
        }
    }

    /** Removes what stands beside it. */
    void removeBeside() throws IOException {
        for (String ending : BESIDE) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + ending));
        }
        DurableFiles.syncFolder(path);
    }

    /** Deletes it; until the last moment it holds everything. */
    void delete() throws IOException, SQLException {
        settle();
        removeBeside();
        if (Files.deleteIfExists(path)) {
            DurableFiles.syncFolder(path);
        }
    }
}
