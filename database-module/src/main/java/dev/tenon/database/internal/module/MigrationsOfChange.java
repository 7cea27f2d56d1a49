package dev.tenon.database.internal.module;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.opening.SnapshotSafeguard.Before;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.record.SchemaHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a change of the modules has migrated so far, so that the modules from before find their
 * databases as they left them if the change is taken back. Safe for use by many threads.
 */
final class MigrationsOfChange {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /**
     * A database that a new version of its module has migrated.
     *
     * @param backup what it was before, if nothing else brings it back
     */
    private record Migrated(
            SchemaOwner owner,
            Migrations migrations,
            Before before,
            SchemaHistory history,
            Optional<BackupOfChange> backup) {

        boolean needsBackup() {
            return isForGood() && !before.isNothing();
        }

        /** Whether the tables stay: there were none, and no undo script drops them. */
        boolean isLeft() {
            return isForGood() && before.isNothing();
        }

        /** Whether neither a snapshot nor undo scripts take it back. */
        private boolean isForGood() {
            return before.snapshot().isEmpty()
                    && !migrations.canBeUndone(
                            Version.parse(before.version()).orElse(Version.ZERO));
        }

        Migrated with(Optional<BackupOfChange> taken) {
            return new Migrated(owner, migrations, before, history, taken);
        }
    }

    private final Map<String, Migrated> migrated = new ConcurrentHashMap<>();

    /** At the start of the host there is nothing to go back to. */
    private volatile boolean isStart = true;

    private volatile boolean takingBack;

    /**
     * Says that a new version of a module is about to migrate its database. What nothing else would
     * bring back, neither a snapshot nor undo scripts, is backed up.
     *
     * @param backup takes a backup of it as it is
     */
    void migrating(
            SchemaOwner owner,
            Migrations migrations,
            Before before,
            SchemaHistory history,
            Supplier<Optional<BackupOfChange>> backup) {
        var known = new Migrated(owner, migrations, before, history, Optional.empty());
        migrated.put(
                owner.database(),
                !isStart && known.needsBackup() ? known.with(backup.get()) : known);
    }

    /** Says that the modules from before are started again. */
    void takingBack() {
        takingBack = true;
    }

    /** Forgets everything: what was migrated stays. */
    void end() {
        isStart = false;
        takingBack = false;
        migrated.values().forEach(m -> m.backup.ifPresent(BackupOfChange::close));
        migrated.clear();
    }

    /**
     * Brings a database that nobody uses back to what it was before the change, if the change is
     * taken back and has migrated it.
     *
     * @throws dev.tenon.database.error.DatabaseException if that fails
     */
    void bringBack(String database, DatabaseOpener opener) {
        var known = takingBack ? migrated.remove(database) : null;
        if (known == null) {
            return;
        }
        if (known.backup.isPresent()) {
            try (var backup = known.backup.get()) {
                backup.restore();
            }
            return;
        }
        if (known.isLeft()) {
            LOG.warn(
                    "The database {} keeps the tables that the change has made: it held none before,"
                            + " and the migrations have no undo scripts",
                    database);
            return;
        }
        try (var opened = opener.open(database)) {
            if (known.before.snapshot().isEmpty()) {
                undo(known, opened, DatabasePlace.of(opener.settings(), database));
                return;
            }
        }
        var snapshot = known.before.snapshot().get();
        opener.snapshots(database).restore(snapshot.name(), Progress.NONE);
        LOG.warn(
                "The database {} is as it was before the change, in its snapshot {}; what was"
                        + " written since is not in it",
                database,
                snapshot.name());
    }

    private static void undo(Migrated known, OpenDatabase opened, DatabasePlace place) {
        var undone =
                new ModuleMigrations(
                                known.owner,
                                opened.store(),
                                known.migrations,
                                List.of(),
                                Optional.empty(),
                                place.migration(opened.safeguard(_ -> {})))
                        .undo(known.before.version(), false, known.history, Progress.NONE);
        LOG.warn(
                "The migrations of the change were taken back in the database {}: {}",
                opened.name(),
                undone.stream().map(a -> a.migration().place()).toList());
    }
}
