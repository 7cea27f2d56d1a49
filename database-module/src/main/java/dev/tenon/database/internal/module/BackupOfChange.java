package dev.tenon.database.internal.module;

import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.backup.Backup;
import dev.tenon.database.internal.backup.BackupSubject;
import dev.tenon.database.internal.backup.Restore;
import dev.tenon.database.internal.file.DurableFiles;
import dev.tenon.database.internal.file.WorkFolder;
import dev.tenon.database.internal.place.DatabasePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database was before a change of the modules, for as long as the change may be taken back.
 *
 * @param work where the file is
 * @param backups where it comes to if it cannot be restored
 */
record BackupOfChange(BackupSubject subject, WorkFolder work, Path file, Path backups)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /**
     * Takes one. If that fails, the log says what it means, and the change goes on: it is one that
     * works, as a rule.
     *
     * @param place how the settings want the database
     */
    static Optional<BackupOfChange> take(BackupSubject subject, DatabasePlace place) {
        var database = subject.settings().database();
        WorkFolder work;
        try {
            work = WorkFolder.in(place.backups());
        } catch (IOException e) {
            warn(database, Problem.describe(e));
            return Optional.empty();
        }
        try {
            var taken =
                    new Backup(subject).take(work.file("before" + Backup.ENDING), Progress.NONE);
            LOG.info("Backed up the database {}, whose migrations have no undo scripts", database);
            return Optional.of(new BackupOfChange(subject, work, taken.file(), place.backups()));
        } catch (TenonException e) {
            remove(work);
            warn(database, e.problem().toString());
            return Optional.empty();
        }
    }

    private static void warn(String database, String cause) {
        LOG.warn(
                "The database {} cannot be brought back if the change of its module fails: its"
                        + " migrations have no undo scripts, and it was not backed up. {}",
                database,
                cause);
    }

    /**
     * Puts it in the place of the database, which nobody uses.
     *
     * @throws dev.tenon.database.error.BackupException if that fails; it is kept then
     */
    void restore() {
        try {
            var _ = new Restore(subject, work.path()).restore(file, Progress.NONE);
        } catch (RuntimeException e) {
            keep(e);
            throw e;
        }
        LOG.warn(
                "The database {} is as it was before the change; what was written since is not in"
                        + " it",
                subject.settings().database());
    }

    private void keep(RuntimeException failure) {
        var kept = new Backup(subject).usualFile(backups);
        try {
            DurableFiles.publish(file, kept);
            LOG.error(
                    "The database {} cannot be brought back to what it was before the change. That"
                            + " is kept in {}: put it in place with tenon db restore",
                    subject.settings().database(),
                    kept);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        remove(work);
    }

    private static void remove(WorkFolder work) {
        try {
            work.close();
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be removed: {}", work.path(), Problem.describe(e), e);
        }
    }
}
