package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.migration.MigrationTransaction.Held;
import dev.tenon.database.internal.migration.Segment.Mode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs migrations in one transaction, and takes it back. Used by one thread.
 *
 * @param connection in auto-commit
 */
record TrialRun(
        MigrationFailures failures,
        Store store,
        Connection connection,
        MigrationTransaction transaction,
        FlywayRuns runs,
        Progress progress) {

    /** Returns those that would run, in their order, with no duration for those not tried. */
    List<AppliedMigration> run(List<Migration> pending, Migrations migrations) throws SQLException {
        if (!store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL)) {
            return pending.stream().map(AppliedMigration::untried).toList();
        }
        var observer =
                new RunObserver(
                        failures.owner().database(),
                        migrations,
                        MigrationListener.NONE,
                        progress,
                        pending.size());
        var modes = with(new SharedConnection(connection, transaction), observer).modes(pending);
        var tried =
                pending.stream()
                        .takeWhile(m -> modes.apply(m) != Mode.WITHOUT_TRANSACTION)
                        .toList();
        boolean keysOff = tried.stream().anyMatch(ForeignKeySwitch::isOff);
        try (var _ = keysOff ? ForeignKeySwitch.off(connection) : (Undo) () -> {}) {
            var done = run(Segment.of(tried, modes), observer);
            return Stream.concat(
                            done.stream(),
                            pending.stream().skip(tried.size()).map(AppliedMigration::untried))
                    .toList();
        }
    }

    private List<AppliedMigration> run(List<Segment> segments, RunObserver observer)
            throws SQLException {
        var held = new Held(transaction);
        var run = with(new SharedConnection(connection, held), observer);
        var done = new ArrayList<AppliedMigration>();
        try (Undo _ = held::end) {
            for (Segment segment : segments) {
                done.addAll(run.run(segment));
            }
        }
        return done;
    }

    private SegmentRun with(SharedConnection source, RunObserver observer) {
        return new SegmentRun(
                failures,
                store,
                connection,
                source,
                runs,
                observer,
                MigrationListener.NONE,
                () -> false);
    }
}
