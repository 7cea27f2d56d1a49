package dev.tenon.database.internal.backup;

import static java.util.Objects.requireNonNull;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.file.DurableFiles;
import dev.tenon.database.internal.file.WorkFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Takes backups of one database, while others use it. */
public record Backup(BackupSubject subject) {

    /** The ending of the files. */
    public static final String ENDING = ".tenon-backup";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter EXACT_MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * A backup that was taken.
     *
     * @param file where it is
     * @param manifest what it says of itself
     * @param bytes its size
     */
    public record Taken(Path file, Manifest manifest, long bytes) {}

    /** Returns the file of a backup that is taken now, by the usual name. */
    public Path usualFile(Path folder) {
        return folder.resolve(subject.database() + "-" + MOMENT.format(Instant.now()) + ENDING);
    }

    /** Returns the file of a backup that outlives its database: it is named like the module. */
    public Path archiveFile(Path folder) {
        var version = subject.moduleVersion().replaceAll("[^A-Za-z0-9.+_-]", "_");
        return folder.resolve(
                subject.module()
                        + (version.isEmpty() ? "" : "-" + version)
                        + "-"
                        + EXACT_MOMENT.format(Instant.now())
                        + ENDING);
    }

    /**
     * Takes one and reads it back, as whoever restores it will: it may become all that there is.
     *
     * @throws dev.tenon.database.error.BackupException as for {@link #take}, or if what was written
     *     cannot be restored
     */
    public Taken takeProved(Path file, Progress progress) {
        var taken = take(file, progress);
        try (var work = WorkFolder.in(requireNonNull(taken.file().getParent()))) {
            var copy = work.newFile(subject.backups().contentName());
            new BackupFile(taken.file(), subject.failures()).extractWhole(subject, copy, progress);
            return taken;
        } catch (IOException e) {
            var failure = subject.failures().notWritten(taken.file(), e);
            removeUseless(taken.file(), failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            removeUseless(taken.file(), e);
            throw e;
        }
    }

    private static void removeUseless(Path file, Throwable failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Takes one.
     *
     * @param file where it will be; its folder is made where it is missing
     * @throws dev.tenon.database.error.BackupException if that fails; nothing of it is left then
     * @throws dev.tenon.database.error.DatabaseException if the database cannot be reached
     */
    public Taken take(Path file, Progress progress) {
        var target = file.toAbsolutePath().normalize();
        var backups = subject.backups();
        refuseIfTaken(target);
        try (var work = WorkFolder.in(requireNonNull(target.getParent()))) {
            var takenAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var copy = work.newFile(backups.contentName());
            var copied = backups.copy(subject.settings(), copy, progress);
            var draft = work.newFile("backup");
            var manifest =
                    new BackupDraft(draft, subject.failures())
                            .write(
                                    copy,
                                    backups.contentName(),
                                    content ->
                                            new Manifest(
                                                    subject.database(),
                                                    subject.module(),
                                                    subject.moduleVersion(),
                                                    subject.schemaVersion(),
                                                    subject.engine().name(),
                                                    copied.engineVersion(),
                                                    takenAt,
                                                    copied.rows(),
                                                    copied.violations(),
                                                    content),
                                    progress);
            DurableFiles.publish(draft, target);
            return new Taken(target, manifest, Files.size(target));
        } catch (FileAlreadyExistsException _) {
            throw taken(target);
        } catch (IOException e) {
            throw subject.failures().notWritten(target, e);
        }
    }

    private void refuseIfTaken(Path target) {
        if (Files.exists(target)) {
            throw taken(target);
        }
    }

    private RuntimeException taken(Path target) {
        return subject.failures()
                .of(
                        BackupError.TARGET_TAKEN,
                        "The backup of the database " + subject.database() + " is not written.",
                        "There is a file " + target + " already.");
    }
}
