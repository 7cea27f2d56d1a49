package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Snapshots;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.failure.Failures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** SQLite: one file for each database. */
public final class SqliteEngine implements Engine {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean takes(String url) {
        return url.startsWith(SqliteSettings.PREFIX);
    }

    @Override
    public Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    public Optional<Path> file(StoreSettings settings) {
        return Optional.of(SqliteSettings.of(settings).file());
    }

    @Override
    public List<Inspection> inspect(StoreSettings settings) {
        return new FileInspection(SqliteSettings.of(settings), new Failures(settings.database()))
                .look();
    }

    @Override
    public Optional<Backups> backups() {
        return Optional.of(new SqliteBackups());
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(new SqliteSnapshots());
    }

    @Override
    public void delete(StoreSettings settings) {
        var file = SqliteSettings.of(settings).file();
        try {
            // First, so that nobody goes back to a snapshot of a database that is gone.
            SqliteSnapshots.removeAll(settings);
            new RestingFile(file, new BackupFailures(settings.database())).delete();
        } catch (IOException | SQLException e) {
            throw new Failures(settings.database())
                    .of(
                            DatabaseError.NOT_REMOVED,
                            "The file " + file + " cannot be removed.",
                            Problem.describe(e),
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    @Override
    public Store open(StoreSettings settings) {
        var failures = new Failures(settings.database());
        try {
            return open(SqliteSettings.of(settings), failures);
        } catch (IllegalArgumentException e) {
            throw failures.of(
                    DatabaseError.BAD_SETTING,
                    "The database " + settings.database() + " cannot be opened as it is set.",
                    Problem.describe(e),
                    e,
                    CommitOutcome.NOT_APPLIED);
        }
    }

    private static Store open(SqliteSettings settings, Failures failures) {
        var file = new DatabaseFile(settings.file(), failures);
        file.prepare();
        try {
            return SqliteStore.open(settings, failures);
        } catch (SQLException e) {
            throw failures.of(
                    SqliteErrors.classify(e),
                    "The database "
                            + failures.database()
                            + " cannot be opened from "
                            + settings.file()
                            + ".",
                    e,
                    CommitOutcome.NOT_APPLIED);
        } catch (IOException e) {
            throw file.unusable(e);
        }
    }
}
