package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.engine.Snapshots;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.error.BackupException;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.engine.mariadb.SnapshotTable.State;
import dev.tenon.database.internal.failure.BackupFailures;
import dev.tenon.database.internal.failure.Failures;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Copies of all tables within the database itself, since the user of a module has rights there
 * alone: the server commits each change of a table by itself, so a migration that dies leaves the
 * half of it.
 */
final class MariaDbSnapshots implements Snapshots {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What is done with a session. */
    @FunctionalInterface
    private interface Work<T> {
        T run(MariaDbSession session) throws SQLException;
    }

    @Override
    public Snapshot take(StoreSettings settings, String schemaVersion, Progress progress) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var snapshot = new Snapshot(NAME.format(now), schemaVersion, now, Optional.empty());
        return with(
                settings,
                BackupError.NOT_WRITTEN,
                "A snapshot of the database " + settings.database() + " cannot be taken.",
                session -> {
                    try {
                        new SnapshotTaking(session).take(snapshot, progress);
                        return snapshot;
                    } catch (SQLException | RuntimeException e) {
                        removeHalf(session, e);
                        throw e;
                    }
                });
    }

    private static void removeHalf(MariaDbSession session, Exception cause) {
        boolean interrupted = Thread.interrupted();
        try {
            new SnapshotTable(session).removeUnfinished();
        } catch (SQLException e) {
            // The next snapshot removes it.
            cause.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public List<Snapshot> list(StoreSettings settings) {
        return with(
                settings,
                BackupError.SNAPSHOT_GONE,
                "The snapshots of the database " + settings.database() + " cannot be listed.",
                session -> {
                    var table = new SnapshotTable(session);
                    var all = new ArrayList<>(table.in(State.TAKEN));
                    all.addAll(table.in(State.NEEDED));
                    all.sort(Comparator.comparing(Snapshot::name).reversed());
                    return all;
                });
    }

    @Override
    public void restore(StoreSettings settings, Snapshot snapshot, Progress progress) {
        var _ =
                with(
                        settings,
                        BackupError.NOT_RESTORED,
                        "The snapshot " + snapshot.name() + " cannot be put in place.",
                        session -> {
                            session.lock();
                            requireThere(session, snapshot);
                            new SnapshotRestoring(session).restore(snapshot, progress);
                            return snapshot;
                        });
    }

    private static void requireThere(MariaDbSession session, Snapshot snapshot)
            throws SQLException {
        var table = new SnapshotTable(session);
        if (!table.in(State.TAKEN).contains(snapshot)
                && !table.in(State.NEEDED).contains(snapshot)) {
            throw session.failures()
                    .of(
                            BackupError.SNAPSHOT_GONE,
                            "The database "
                                    + session.failures().database()
                                    + " has no snapshot "
                                    + snapshot.name()
                                    + ".",
                            "It is not in the table " + SnapshotTable.NAME + ".");
        }
    }

    @Override
    public void remove(StoreSettings settings, Snapshot snapshot) {
        var _ =
                with(
                        settings,
                        BackupError.NOT_WRITTEN,
                        "The snapshot " + snapshot.name() + " cannot be removed.",
                        session -> {
                            var table = new SnapshotTable(session);
                            table.remove(snapshot);
                            table.removeUnfinished();
                            return snapshot;
                        });
    }

    @Override
    public void beginChange(StoreSettings settings, Snapshot snapshot) {
        set(settings, snapshot, State.NEEDED);
    }

    @Override
    public void endChange(StoreSettings settings, Snapshot snapshot) {
        set(settings, snapshot, State.TAKEN);
    }

    private static void set(StoreSettings settings, Snapshot snapshot, State state) {
        var _ =
                with(
                        settings,
                        BackupError.NOT_WRITTEN,
                        "The snapshot " + snapshot.name() + " cannot be marked.",
                        session -> {
                            new SnapshotTable(session).set(snapshot, state);
                            return snapshot;
                        });
    }

    @Override
    public boolean takeBack(StoreSettings settings, Snapshot snapshot, Progress progress) {
        restore(settings, snapshot, progress);
        return true;
    }

    @Override
    public Optional<Snapshot> unfinished(StoreSettings settings) {
        return with(
                settings,
                BackupError.NOT_RESTORED,
                "The snapshots of the database " + settings.database() + " cannot be listed.",
                session -> new SnapshotTable(session).in(State.NEEDED).stream().findFirst());
    }

    @Override
    public Optional<Snapshot> finish(StoreSettings settings, Progress progress) {
        return with(
                settings,
                BackupError.NOT_RESTORED,
                "The database " + settings.database() + " is not whole.",
                session -> {
                    var table = new SnapshotTable(session);
                    if (table.in(State.NEEDED).isEmpty()) {
                        return Optional.empty();
                    }
                    session.awaitMigration();
                    session.lock();
                    // Whoever had the locks may have finished.
                    var needed = table.in(State.NEEDED).stream().findFirst();
                    if (needed.isPresent()) {
                        new SnapshotRestoring(session).restore(needed.get(), progress);
                    }
                    return needed;
                });
    }

    private static <T> T with(
            StoreSettings settings, BackupError error, String fact, Work<T> work) {
        try (var session = MariaDbSession.open(settings)) {
            return work.run(session);
        } catch (SQLException e) {
            throw failed(settings, error, fact, e);
        }
    }

    static RuntimeException failed(
            StoreSettings settings, BackupError error, String fact, SQLException e) {
        var what = MariaDbErrors.classify(e);
        return what.errorClass() == ErrorClass.CONNECTION
                ? new Failures(settings.database()).of(what, fact, e, CommitOutcome.NOT_APPLIED)
                : ofServer(settings, what.errorClass(), error, fact, e);
    }

    private static BackupException ofServer(
            StoreSettings settings,
            ErrorClass what,
            BackupError error,
            String fact,
            SQLException e) {
        return new BackupFailures(settings.database())
                .of(what == ErrorClass.DISK_FULL ? BackupError.NO_ROOM : error, fact, e);
    }
}
