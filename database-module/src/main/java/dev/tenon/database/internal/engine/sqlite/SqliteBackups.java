package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.failure.BackupFailures;
import java.nio.file.Path;
import java.util.Map;

/** Copies of SQLite files, which are SQLite files. */
final class SqliteBackups implements Backups {

    @Override
    public String contentName() {
        return "database.db";
    }

    @Override
    public Copied copy(StoreSettings settings, Path target, Progress progress) {
        return new FileCopy(SqliteSettings.of(settings), failures(settings)).copy(target, progress);
    }

    @Override
    public void check(StoreSettings settings, Path content, Copied expected, Progress progress) {
        var failures = failures(settings);
        long violations =
                new WholeFile(content, failures)
                        .check(expected.rows(), BackupError.UNREADABLE, progress);
        if (violations > expected.violations()) {
            throw failures.of(
                    BackupError.DIFFERENT,
                    "The backup of the database " + settings.database() + " is not used.",
                    violations + " of its rows refer to rows that are not there.");
        }
    }

    @Override
    public Map<String, Long> replace(StoreSettings settings, Path content, Progress progress) {
        return new FileReplacement(SqliteSettings.of(settings).file(), failures(settings))
                .by(content, progress);
    }

    private static BackupFailures failures(StoreSettings settings) {
        return new BackupFailures(settings.database());
    }
}
