package dev.tenon.database.engine;

import dev.tenon.database.admin.Progress;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of a database from before a change, near to it, so that it can be had back fast.
 * For engines that do not change tables in a transaction, or whose databases are files. Stateless
 * and safe for use by many threads.
 */
public interface Snapshots {

    /**
     * Takes one.
     *
     * @param schemaVersion the version of the schema, for its name; may be empty
     * @throws dev.tenon.database.error.BackupException if that fails; nothing of it is left then
     */
    Snapshot take(StoreSettings settings, String schemaVersion, Progress progress);

    /**
     * Keeps what is there before something else is put in its place: by a snapshot, or, if the
     * database is too damaged for one, in the form it has. Default: {@link #take}.
     *
     * @return the snapshot; nothing if there is no database, or none that can be used
     * @throws dev.tenon.database.error.BackupException if that fails
     */
    default Optional<Snapshot> keepAside(
            StoreSettings settings, String schemaVersion, Progress progress) {
        return Optional.of(take(settings, schemaVersion, progress));
    }

    /** Returns those that are whole, the newest first. */
    List<Snapshot> list(StoreSettings settings);

    /**
     * Puts one in the place of the database, which nobody uses; what is there is lost, the snapshot
     * stays. If it is cut off, {@link #unfinished} tells it, and it can be called again.
     *
     * @throws dev.tenon.database.error.BackupException if that fails
     */
    void restore(StoreSettings settings, Snapshot snapshot, Progress progress);

    /**
     * Removes one, and what is left of those that were not finished.
     *
     * @throws dev.tenon.database.error.BackupException if that fails
     */
    void remove(StoreSettings settings, Snapshot snapshot);

    /**
     * Says that the database is about to be changed in a way of which half may be left. If the
     * process ends before {@link #endChange}, {@link #finish} restores the snapshot. Default:
     * nothing, for engines that change tables in transactions.
     *
     * @throws dev.tenon.database.error.BackupException if that cannot be noted
     */
    default void beginChange(StoreSettings settings, Snapshot snapshot) {}

    /**
     * Says that the change is whole, so that the snapshot is not needed for it. Default: nothing.
     *
     * @throws dev.tenon.database.error.BackupException if that cannot be noted
     */
    default void endChange(StoreSettings settings, Snapshot snapshot) {}

    /**
     * Takes back a change that has failed, by restoring the snapshot. Default: does not, for
     * engines that change tables in transactions.
     *
     * @return whether the database is what it was before the change
     * @throws dev.tenon.database.error.BackupException if that fails; {@link #finish} tries again
     */
    default boolean takeBack(StoreSettings settings, Snapshot snapshot, Progress progress) {
        return false;
    }

    /**
     * Returns the snapshot that has to be restored before the database is used, because it was
     * being put in its place, or a change was being made, when the process ended; or is at the
     * moment. Default: nothing, for engines that do that in one step.
     */
    default Optional<Snapshot> unfinished(StoreSettings settings) {
        return Optional.empty();
    }

    /**
     * Restores the snapshot that {@link #unfinished} tells, if there is one, and no other process
     * does that already; waits for one that makes the change.
     *
     * @return the snapshot that was restored
     * @throws dev.tenon.database.error.BackupException if that fails
     */
    default Optional<Snapshot> finish(StoreSettings settings, Progress progress) {
        return Optional.empty();
    }
}
