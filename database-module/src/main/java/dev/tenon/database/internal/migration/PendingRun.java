package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.migration.MigrationTransaction.Held;
import dev.tenon.database.internal.migration.source.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the migrations of a module that have not run. Used by one thread.
 *
 * @param runs sets Flyway up, by the version that a database stands for in which none has run
 * @param drift compares the tables that they make with what the module declares, if it does
 */
record PendingRun(
        MigrationTurn turn,
        Standing standing,
        Function<Version, FlywayRuns> runs,
        ModuleMigrations.Settings settings,
        Optional<DriftCheck> drift,
        MigrationListener listener,
        Progress progress) {

    /**
     * Runs them.
     *
     * @param limit the version above which none runs; nothing: all run
     */
    List<AppliedMigration> run(Optional<Version> limit) throws SQLException {
        var atOnce =
                limit.isEmpty() && turn.isTransactional()
                        ? runAtOnce()
                        : Optional.<List<AppliedMigration>>empty();
        var applied = atOnce.isPresent() ? atOnce.get() : runInSteps(limit);
        if (limit.isEmpty() && drift.isPresent()) {
            compare(drift.get());
        }
        return applied;
    }

    /** On a connection without a transaction: a look that fails would end what was migrated. */
    private void compare(DriftCheck check) throws SQLException {
        var refusal = check.run(turn.connection());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (!isCompleteAtOnce()) {
            turn.change(standing.schema()::complete);
        }
    }

    /** Whether nothing keeps the module from its start once its migrations have run. */
    private boolean isCompleteAtOnce() {
        return drift.filter(d -> d.treatment() == Treatment.FAIL).isEmpty();
    }

    private void mark(Connection connection, Optional<Version> limit) throws SQLException {
        if (limit.isEmpty() && isCompleteAtOnce()) {
            standing.schema().complete(connection);
        } else {
            standing.schema().incomplete(connection);
        }
    }

    /**
     * Runs them in one transaction, with what is recorded before and after: each commit waits for
     * the disk.
     *
     * @return nothing, and nothing has been done, if a migration wants to run in another way
     */
    private Optional<List<AppliedMigration>> runAtOnce() throws SQLException {
        var connection = turn.connection();
        var held = new Held(turn.transaction());
        var observer = observer();
        var source = new SharedConnection(connection, held, tolerance(observer)::around);
        var failed = failed(observer);
        try (Undo _ = held::end) {
            held.statement();
            var start = standing.claim(connection);
            var own = runs.apply(start.baseline());
            var flyway = own.toRunAll(source, observer);
            var outlook = standing.outlook(start, () -> flyway);
            beginAbove(start, () -> flyway);
            var segments =
                    new SegmentRun(standing.failures(), turn, source, own, observer, failed)
                            .segments(outlook.pending());
            if (!Segment.isOneTransaction(segments)) {
                return Optional.empty();
            }
            try {
                if (!segments.isEmpty()) {
                    observer.expect(outlook.pending().size());
                    settings.safeguard().begin(outlook.version(), start.isNew(), progress);
                    flyway.migrate();
                }
                mark(connection, Optional.empty());
                keep(held);
            } catch (FlywayException e) {
                held.rollbackAfter(e);
                throw failed.of(e, true);
            }
        }
        var applied = observer.committed();
        settings.safeguard().end();
        return Optional.of(applied);
    }

    /** What is looked at only now, such as deferred foreign keys, is a failure of migrations. */
    private static void keep(Held held) throws SQLException {
        try {
            held.keep();
        } catch (SQLException e) {
            throw new FlywayException("The commit has failed", e);
        }
    }

    private List<AppliedMigration> runInSteps(Optional<Version> limit) throws SQLException {
        var start = turn.transact(standing::claim);
        var own = runs.apply(start.baseline());
        var outlook = standing.outlook(start, () -> own.toLook(turn.source()));
        beginAbove(start, () -> own.toLook(turn.source()));
        var pending = limit.map(outlook::upTo).orElse(outlook);
        var applied =
                pending.pending().isEmpty()
                        ? List.<AppliedMigration>of()
                        : run(start, own, pending);
        turn.change(connection -> mark(connection, limit));
        settings.safeguard().end();
        return applied;
    }

    /**
     * Records the version that tables stand for which no migration has made: none may be pending.
     */
    private static void beginAbove(Standing.Start start, Supplier<Flyway> flyway) {
        if (start.isNew() && start.baseline().compareTo(Version.ZERO) > 0) {
            flyway.get().baseline();
        }
    }

    private List<AppliedMigration> run(Standing.Start start, FlywayRuns own, Outlook outlook)
            throws SQLException {
        var observer = observer();
        observer.expect(outlook.pending().size());
        var run =
                new SegmentRun(
                        standing.failures(),
                        turn,
                        turn.source(tolerance(observer)),
                        own,
                        observer,
                        failed(observer));
        var segments = run.segments(outlook.pending());
        settings.safeguard().begin(outlook.version(), start.isNew(), progress);
        if (!start.isNew()) {
            // Else a version of the module that was there before would take what may remain of
            // these, if one fails, for its own tables.
            turn.change(standing.schema()::incomplete);
        }
        var applied = new ArrayList<AppliedMigration>();
        for (Segment segment : segments) {
            applied.addAll(run.run(segment));
        }
        return applied;
    }

    private RunObserver observer() {
        return new RunObserver(
                turn.store(),
                standing.failures().owner(),
                standing.migrations(),
                listener,
                progress);
    }

    private Tolerance tolerance(RunObserver observer) {
        return new Tolerance(
                standing.failures().owner(), turn.store(), observer, settings.expected());
    }

    private FailedRun failed(RunObserver observer) {
        return new FailedRun(
                standing.failures(),
                turn.store(),
                observer,
                listener,
                () -> settings.safeguard().takeBack(progress));
    }
}
