package dev.tenon.database.internal.backup;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.internal.file.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in the place of a database that nobody uses: its module does not run, and the
 * caller holds the folder of its file.
 *
 * @param subject the database
 * @param folder for files that are not finished, where the database is no file
 */
public record Restore(BackupSubject subject, Path folder) {

    /**
     * A database that was restored.
     *
     * @param manifest what the backup says of itself
     * @param before the state that the database had, if it had one and the engine keeps it
     */
    public record Restored(Manifest manifest, Optional<Snapshot> before) {}

    /**
     * Restores a backup. If the process ends meanwhile, the database is what it was, or what the
     * backup holds; on an engine that cannot do that in one step, {@link DatabaseSnapshots#finish}
     * completes it.
     *
     * @throws BackupException if the backup is not one of this database, or is damaged; if it
     *     cannot be put in place, in which case the database is as it was
     */
    public Restored restore(Path file, Progress progress) {
        var backup = new BackupFile(file, subject.failures());
        var manifest = backup.manifest();
        refuseOthers(file, manifest);
        var backups = subject.backups();
        try (var work = WorkFolder.in(workFolder())) {
            var copy = work.newFile(backups.contentName());
            backup.extractWhole(subject, copy, progress);
            var before = keepAside(progress);
            replace(backups, copy, manifest, before, progress);
            return new Restored(manifest, before);
        } catch (IOException e) {
            throw subject.failures()
                    .of(BackupError.NOT_RESTORED, "The backup " + file + " is not restored.", e);
        }
    }

    private Path workFolder() {
        return subject.engine()
                .file(subject.settings())
                .map(f -> f.toAbsolutePath().getParent())
                .orElse(folder);
    }

    private void refuseOthers(Path file, Manifest manifest) {
        var fact = "The backup " + file + " is not restored to " + subject.database() + ".";
        if (!subject.owns(manifest.module())) {
            throw subject.failures()
                    .of(
                            BackupError.OTHER_MODULE,
                            fact,
                            "It is of the database "
                                    + manifest.database()
                                    + " of the module "
                                    + manifest.module()
                                    + ", not of "
                                    + subject.module()
                                    + ".");
        }
        if (!manifest.engine().equals(subject.engine().name())) {
            throw subject.failures()
                    .of(
                            BackupError.OTHER_ENGINE,
                            fact,
                            "It is of the engine "
                                    + manifest.engine()
                                    + ", and the database is on "
                                    + subject.engine().name()
                                    + ".");
        }
    }

    private Optional<Snapshot> keepAside(Progress progress) {
        return subject.engine()
                .snapshots()
                .flatMap(s -> s.keepAside(subject.settings(), subject.schemaVersion(), progress));
    }

    private void replace(
            Backups backups,
            Path copy,
            Manifest manifest,
            Optional<Snapshot> before,
            Progress progress) {
        try {
            var rows = backups.replace(subject.settings(), copy, progress);
            requireSame(manifest.rows(), rows);
        } catch (BackupException e) {
            if (backups.leavesHalf() && before.isPresent()) {
                putBack(before.get(), e, progress);
            }
            throw e;
        }
    }

    private void putBack(Snapshot before, BackupException cause, Progress progress) {
        // An interrupt is the reason perhaps, and would end this as well.
        boolean interrupted = Thread.interrupted();
        try {
            subject.engine()
                    .snapshots()
                    .ifPresent(s -> s.restore(subject.settings(), before, progress));
        } catch (BackupException e) {
            cause.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void requireSame(Map<String, Long> expected, Map<String, Long> found) {
        var tables = new TreeSet<>(expected.keySet());
        tables.addAll(found.keySet());
        for (String table : tables) {
            if (!Objects.equals(expected.get(table), found.get(table))) {
                throw subject.failures()
                        .of(
                                BackupError.DIFFERENT,
                                "The database "
                                        + subject.database()
                                        + " does not hold what its backup says.",
                                "The table "
                                        + table
                                        + " has "
                                        + rows(found.get(table))
                                        + " instead of "
                                        + rows(expected.get(table))
                                        + ".");
            }
        }
    }

    private static String rows(@Nullable Long count) {
        return count == null ? "no place" : count + " rows";
    }
}
