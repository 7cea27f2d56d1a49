package dev.tenon.database.internal.module;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Snapshot;
import dev.tenon.database.internal.backup.DatabaseSnapshots;
import dev.tenon.database.internal.migration.Safeguard;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a snapshot of a database before it is migrated. */
final class SnapshotSafeguard implements Safeguard {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private final DatabaseSnapshots snapshots;
    private final boolean isTransactional;
    private Optional<Snapshot> taken = Optional.empty();

    /**
     * @param isTransactional whether the engine changes tables in transactions
     */
    SnapshotSafeguard(DatabaseSnapshots snapshots, boolean isTransactional) {
        this.snapshots = snapshots;
        this.isTransactional = isTransactional;
    }

    @Override
    public void begin(String version, boolean isNew, Progress progress) {
        if (isNew && isTransactional) {
            // A transaction is enough for what holds nothing yet.
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
