package dev.tenon.database.internal.module;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.module.SnapshotSafeguard.Before;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a change of the modules has migrated so far, so that the modules from before find their
 * databases as they left them if the change is taken back. Safe for use by many threads.
 */
final class MigrationsOfChange {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    /** A database that a new version of its module has migrated. */
    private record Migrated(
            SchemaOwner owner, Migrations migrations, Before before, SchemaHistory history) {}

    private final Map<String, Migrated> migrated = new ConcurrentHashMap<>();
    private volatile boolean takingBack;

    /** Says that a new version of a module is about to migrate its database. */
    void migrating(SchemaOwner owner, Migrations migrations, Before before, SchemaHistory history) {
        migrated.put(owner.database(), new Migrated(owner, migrations, before, history));
    }

    /** Says that the modules from before are started again. */
    void takingBack() {
        takingBack = true;
    }

    /** Forgets everything: what was migrated stays. */
    void end() {
        takingBack = false;
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
