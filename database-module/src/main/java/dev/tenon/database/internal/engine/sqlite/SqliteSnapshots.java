package dev.tenon.database.internal.engine.sqlite;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.engine.Snapshots;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.file.DurableFiles;
import dev.tenon.database.internal.file.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies of the file, in the folder {@code snapshots} beside it. */
final class SqliteSnapshots implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    @Override
    public Snapshot take(StoreSettings settings, String schemaVersion, Progress progress) {
        var failures = new BackupFailures(settings.database());
        var folder = folder(settings);
        try (var work = WorkFolder.in(folder)) {
            var copy = work.newFile("database.db");
            var _ = new FileCopy(SqliteSettings.of(settings), failures).copy(copy, progress);
            var snapshot =
                    SnapshotFile.next(folder, settings.database(), schemaVersion, currentMoment());
            DurableFiles.publish(copy, snapshot.file().orElseThrow());
            return snapshot;
        } catch (IOException e) {
            throw failures.notWritten(folder, e);
        }
    }

    @Override
    public Optional<Snapshot> keepAside(
            StoreSettings settings, String schemaVersion, Progress progress) {
        var file = SqliteSettings.of(settings).file();
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return Optional.empty();
            }
            return Optional.of(take(settings, schemaVersion, progress));
        } catch (BackupException e) {
            if (e.code() != BackupError.DATABASE_DAMAGED) {
                throw e;
            }
            keepDamaged(settings, e);
            return Optional.empty();
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(folder(settings), e);
        }
    }

    /** Copies the files as they are: somebody may yet read something from them. */
    private static void keepDamaged(StoreSettings settings, BackupException cause) {
        var file = SqliteSettings.of(settings).file();
        var kept = SnapshotFile.damaged(folder(settings), settings.database(), currentMoment());
        try (var work = WorkFolder.in(folder(settings))) {
            for (String ending : List.of("", "-wal", "-journal")) {
                var from = file.resolveSibling(file.getFileName() + ending);
                if (Files.exists(from)) {
                    var copy = work.newFile("copy" + ending);
                    Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
                    DurableFiles.publish(copy, kept.resolveSibling(kept.getFileName() + ending));
                }
            }
        } catch (IOException e) {
            throw new BackupFailures(settings.database()).notWritten(kept, e);
        }
        LOG.warn(
                "The database {} is damaged, and was kept as it is in {}: {}",
                settings.database(),
                kept,
                Problem.describe(cause));
    }

    @Override
    public List<Snapshot> list(StoreSettings settings) {
        var folder = folder(settings);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Snapshot>();
        try (var files = Files.newDirectoryStream(folder, "*.db")) {
            files.forEach(f -> SnapshotFile.of(f, settings.database()).ifPresent(found::add));
        } catch (IOException e) {
            throw new BackupFailures(settings.database())
                    .of(BackupError.SNAPSHOT_GONE, "The folder " + folder + " cannot be read.", e);
        }
        found.sort(Comparator.comparing(Snapshot::takenAt).reversed());
        return found;
    }

    @Override
    public void restore(StoreSettings settings, Snapshot snapshot, Progress progress) {
        var failures = new BackupFailures(settings.database());
        var file = SqliteSettings.of(settings).file();
        var from = requireThere(snapshot, failures);
        try (var work = WorkFolder.in(requireNonNull(file.getParent()))) {
            var copy = work.newFile("database.db");
            Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
            var whole = new WholeFile(copy, failures);
            whole.requireIntegrity(BackupError.UNREADABLE);
            var _ = new FileReplacement(file, failures).by(copy, progress);
        } catch (IOException e) {
            throw failures.of(
                    BackupError.NOT_RESTORED,
                    "The snapshot " + snapshot.name() + " cannot be put in place.",
                    e);
        }
    }

    private static Path requireThere(Snapshot snapshot, BackupFailures failures) {
        return snapshot.file()
                .filter(Files::isRegularFile)
                .orElseThrow(() ->
                        failures.of(
                                BackupError.SNAPSHOT_GONE,
                                "The database "
                                        + failures.database()
                                        + " has no snapshot "
                                        + snapshot.name()
                                        + ".",
                                "There is no such file."));
    }

    @Override
    public void remove(StoreSettings settings, Snapshot snapshot) {
        try {
            if (snapshot.file().isPresent()) {
                Files.deleteIfExists(snapshot.file().get());
            }
        } catch (IOException e) {
            throw new BackupFailures(settings.database())
                    .of(
                            BackupError.NOT_WRITTEN,
                            "The snapshot " + snapshot.name() + " cannot be removed.",
                            e);
        }
    }

    /** Removes all that is kept of a database, and the folder if nothing is left in it. */
    static void removeAll(StoreSettings settings) throws IOException {
        var folder = folder(settings);
        if (!Files.isDirectory(folder)) {
            return;
        }
        var kept = new ArrayList<Path>();
        boolean isShared = false;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (SnapshotFile.isKept(file, settings.database())) {
                    kept.add(file);
                } else {
                    isShared = true;
                }
            }
        }
        for (Path file : kept) {
            Files.deleteIfExists(file);
        }
        if (!isShared) {
            Files.delete(folder);
        }
    }

    private static Path folder(StoreSettings settings) {
        return SqliteSettings.of(settings).file().resolveSibling("snapshots");
    }

    /** In file names there are milliseconds. */
    private static Instant currentMoment() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
