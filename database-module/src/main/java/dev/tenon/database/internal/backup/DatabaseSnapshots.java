package dev.tenon.database.internal.backup;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.engine.Snapshots;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.failure.BackupFailures;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of one database. PostgreSQL has none: a migration that fails there has changed
 * nothing.
 *
 * @param engine how they are kept; nothing for an engine that needs none
 * @param settings how the database is opened; on a server, by its own user
 * @param keep how many there are; 0: none is taken
 */
public record DatabaseSnapshots(Optional<Snapshots> engine, StoreSettings settings, int keep) {

    /**
     * Takes one before a migration, and removes those that are too many with it.
     *
     * @param schemaVersion the version before the migration; may be empty
     * @return the snapshot; nothing where none is needed or wanted
     * @throws dev.tenon.database.error.BackupException if it cannot be taken; the migration must
     *     not begin then
     */
    public Optional<Snapshot> take(String schemaVersion, Progress progress) {
        if (keep <= 0 || engine.isEmpty()) {
            return Optional.empty();
        }
        var snapshot = engine.get().take(settings, schemaVersion, progress);
        expire();
        return Optional.of(snapshot);
    }

    /** Says that a change begins of which half may be left, see {@link Snapshots#beginChange}. */
    public void beginChange(Snapshot snapshot) {
        engine.ifPresent(e -> e.beginChange(settings, snapshot));
    }

    /** Says that the change is whole, see {@link Snapshots#endChange}. */
    public void endChange(Snapshot snapshot) {
        engine.ifPresent(e -> e.endChange(settings, snapshot));
    }

    /** Takes back a change that has failed, see {@link Snapshots#takeBack}. */
    public boolean takeBack(Snapshot snapshot, Progress progress) {
        return engine.isPresent() && engine.get().takeBack(settings, snapshot, progress);
    }

    /** Removes the oldest of those that are too many. */
    public void expire() {
        engine.ifPresent(e -> {
            var needed = e.unfinished(settings);
            e.list(settings).stream()
                    .skip(keep)
                    .filter(s -> !needed.equals(Optional.of(s)))
                    .forEach(s -> e.remove(settings, s));
        });
    }

    /** Returns those that there are, the newest first. */
    public List<Snapshot> list() {
        return engine.map(e -> e.list(settings)).orElse(List.of());
    }

    /**
     * Puts one in the place of the database, which nobody uses; what is there is lost.
     *
     * @param name the name of the snapshot
     * @throws dev.tenon.database.error.BackupException if there is none of the name, or it cannot
     *     be put in place
     */
    public void restore(String name, Progress progress) {
        var snapshots = list();
        var snapshot =
                snapshots.stream()
                        .filter(s -> s.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new BackupFailures(settings.database())
                                        .of(
                                                BackupError.SNAPSHOT_GONE,
                                                "The database "
                                                        + settings.database()
                                                        + " has no snapshot "
                                                        + name
                                                        + ".",
                                                snapshots.isEmpty()
                                                        ? "There is none."
                                                        : "There are "
                                                                + String.join(
                                                                        ", ",
                                                                        snapshots.stream()
                                                                                .map(Snapshot::name)
                                                                                .toList())
                                                                + "."));
        engine.ifPresent(e -> e.restore(settings, snapshot, progress));
    }

    /**
     * Completes what a process began and did not end: to put a snapshot, or a backup, in the place
     * of the database. To be called before the database is used.
     *
     * @return the snapshot that the database is like now, if something was to be completed
     */
    public Optional<Snapshot> finish(Progress progress) {
        return engine.flatMap(e -> e.finish(settings, progress));
    }
}
