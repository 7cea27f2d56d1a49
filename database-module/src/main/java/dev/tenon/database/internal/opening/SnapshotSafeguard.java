package dev.tenon.database.internal.opening;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.internal.backup.DatabaseSnapshots;
import dev.tenon.database.internal.migration.Safeguard;
import dev.tenon.database.internal.migration.source.Version;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a snapshot of a database before it is migrated. */
public final class SnapshotSafeguard implements Safeguard {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private static final String NOTHING = Version.ZERO.toString();

    private final DatabaseSnapshots snapshots;
    private final boolean isTransactional;
    private final Consumer<Before> listener;
    private Optional<Snapshot> taken = Optional.empty();

    /**
     * What a database was before it was migrated.
     *
     * @param version its version, {@code 0} before its first migration
     * @param snapshot the snapshot that was taken, if one was
     */
    public record Before(String version, Optional<Snapshot> snapshot) {

        /** Returns whether there was nothing in it. */
        public boolean isNothing() {
            return version.equals(NOTHING);
        }
    }

    /**
     * @param isTransactional whether the engine changes tables in transactions
     * @param listener is told what is kept, before the first migration runs
     */
    public SnapshotSafeguard(
            DatabaseSnapshots snapshots, boolean isTransactional, Consumer<Before> listener) {
        this.snapshots = snapshots;
        this.isTransactional = isTransactional;
        this.listener = listener;
    }

    @Override
    public void begin(String version, boolean isNew, Progress progress) {
        if (isNew && isTransactional && version.equals(NOTHING)) {
            // A transaction is enough for what holds nothing yet.
            listener.accept(new Before(version, Optional.empty()));
            return;
        }
        taken = snapshots.take(version, progress);
        taken.ifPresent(snapshot -> {
            LOG.info(
                    "Snapshot {} of the database {} taken before its migrations",
                    snapshot.name(),
                    snapshots.settings().database());
            snapshots.beginChange(snapshot);
        });
        listener.accept(new Before(version, taken));
    }

    @Override
    public boolean takeBack(Progress progress) {
        return taken.isPresent() && snapshots.takeBack(taken.get(), progress);
    }

    @Override
    public void end() {
        taken.ifPresent(snapshots::endChange);
    }
}
