package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.migration.MigrationTransaction.Held;
import dev.tenon.database.internal.migration.Segment.Mode;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs migrations in one transaction, and takes it back. Used by one thread. */
record TrialRun(
        MigrationFailures failures,
        MigrationTurn turn,
        FlywayRuns runs,
        Map<ExpectedError, Treatment> expected,
        Progress progress) {

    /** Returns those that would run, in their order, with no duration for those not tried. */
    List<AppliedMigration> run(List<Migration> pending, Migrations migrations) throws SQLException {
        if (!turn.isTransactional()) {
            return pending.stream().map(AppliedMigration::untried).toList();
        }
        var observer =
                new RunObserver(
                        turn.store(),
                        failures.owner(),
                        migrations,
                        MigrationListener.NONE,
                        progress);
        observer.expect(pending.size());
        var modes = with(turn.source(), observer).modes(pending);
        var tried =
                pending.stream()
                        .takeWhile(m -> modes.apply(m) != Mode.WITHOUT_TRANSACTION)
                        .toList();
        boolean keysOff = tried.stream().anyMatch(ForeignKeySwitch::isOff);
        try (var _ = ForeignKeySwitch.offIf(keysOff, turn.connection())) {
            var done = run(Segment.of(tried, modes), observer);
            return Stream.concat(
                            done.stream(),
                            pending.stream().skip(tried.size()).map(AppliedMigration::untried))
                    .toList();
        }
    }

    private List<AppliedMigration> run(List<Segment> segments, RunObserver observer)
            throws SQLException {
        var held = new Held(turn.transaction());
        var tolerance = new Tolerance(failures.owner(), turn.store(), observer, expected);
        var run = with(new SharedConnection(turn.connection(), held, tolerance::around), observer);
        var done = new ArrayList<AppliedMigration>();
        try (Undo _ = held::end) {
            for (Segment segment : segments) {
                done.addAll(run.run(segment));
            }
        }
        return done;
    }

    private SegmentRun with(SharedConnection source, RunObserver observer) {
        var failed =
                new FailedRun(
                        failures, turn.store(), observer, MigrationListener.NONE, () -> false);
        return new SegmentRun(failures, turn, source, runs, observer, failed);
    }
}
