package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.failure.BackupFailures;
import java.sql.SQLException;

/**
 * Tells what SQLite throws about a copy: that it is damaged, or that there is no room for it.
 *
 * @param damaged the error of one that is damaged
 */
record FailedCopy(BackupFailures failures, BackupError damaged) {

    boolean isDamaged(SQLException e) {
        return SqliteErrors.classify(e).errorClass() == ErrorClass.CORRUPT;
    }

    BackupException of(String fact, SQLException e) {
        return switch (SqliteErrors.classify(e).errorClass()) {
            case CORRUPT -> failures.of(damaged, fact, e);
            case DISK_FULL -> failures.of(BackupError.NO_ROOM, fact, e);
            default -> failures.of(BackupError.NOT_WRITTEN, fact, e);
        };
    }
}
