package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.creation.MigratedSchema;
import dev.tenon.database.internal.migration.MigrationTransaction.Held;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Takes migrations back by their undo scripts, the last one first: in one transaction with the
 * history, where the engine changes tables in transactions; by a snapshot if one fails, where it
 * does not. Used by one thread.
 */
record UndoRun(
        MigrationFailures failures,
        MigrationTurn turn,
        MigratedSchema schema,
        Migrations migrations,
        Safeguard safeguard,
        MigrationListener listener,
        Progress progress) {

    /**
     * A migration with what takes it back.
     *
     * @param rank its number in the history
     */
    private record Step(Script script, int rank) {}

    /**
     * Takes back those that have run above a version.
     *
     * @param isTrial whether to take back what was done, at the end; nothing is run then where the
     *     engine does not
     */
    List<AppliedMigration> run(Version target, boolean isTrial) throws SQLException {
        var runs = new FlywayRuns(migrations, List.of(), Version.ZERO);
        var history = new FlywayHistory(failures, migrations);
        var infos = history.above(target, runs.toLook(turn.source()));
        var steps = steps(infos);
        if (steps.isEmpty()) {
            return List.of();
        }
        var scripts = steps.stream().map(Step::script).toList();
        if (isTrial && !turn.isTransactional()) {
            return scripts.stream().map(AppliedMigration::untried).toList();
        }
        var observer =
                new RunObserver(
                        turn.store(),
                        failures.owner(),
                        new Migrations(List.copyOf(scripts.reversed()), List.of(), List.of()),
                        MigrationListener.NONE,
                        progress);
        observer.expect(steps.size());
        if (!isTrial) {
            safeguard.begin(infos.getFirst().getVersion().toString(), false, progress);
        }
        boolean keysOff = scripts.stream().anyMatch(ForeignKeySwitch::isOff);
        List<AppliedMigration> undone;
        try (var _ = ForeignKeySwitch.offIf(keysOff, turn.connection())) {
            undone = undo(steps, runs, observer, keysOff, isTrial);
        }
        if (!isTrial) {
            listener.undone(undone);
            safeguard.end();
        }
        return undone;
    }

    private List<Step> steps(List<MigrationInfo> infos) {
        var steps = new ArrayList<Step>();
        var missing = new ArrayList<String>();
        for (MigrationInfo info : infos) {
            script(info)
                    .ifPresentOrElse(
                            script -> steps.add(new Step(script, info.getInstalledRank())),
                            () ->
                                    missing.add(
                                            info.getVersion()
                                                    + " \""
                                                    + info.getDescription()
                                                    + "\""));
        }
        if (!missing.isEmpty()) {
            throw failures.of(
                    MigrationError.NO_UNDO,
                    "The migrations of " + failures.owner() + " are not taken back.",
                    "The module has no undo script for "
                            + missing.stream().collect(Collectors.joining(", "))
                            + ".");
        }
        return steps;
    }

    private Optional<Script> script(MigrationInfo info) {
        var version = Version.parse(info.getVersion().getVersion());
        return migrations.undo().stream().filter(s -> s.version().equals(version)).findFirst();
    }

    private List<AppliedMigration> undo(
            List<Step> steps,
            FlywayRuns runs,
            RunObserver observer,
            boolean keysOff,
            boolean isTrial)
            throws SQLException {
        var held = new Held(turn.transaction());
        var source = new SharedConnection(turn.connection(), held);
        try (Undo _ = held::end) {
            for (Step step : steps) {
                runs.toUndo(step.script(), source, observer).migrate();
                held.statement();
                forget(step);
            }
            var flaw =
                    keysOff ? ForeignKeySwitch.flaw(turn.connection()) : Optional.<String>empty();
            if (flaw.isPresent()) {
                throw new FlywayException(flaw.get());
            }
            if (!isTrial) {
                schema.incomplete(turn.connection());
                held.keep();
            }
            return observer.committed();
        } catch (FlywayException e) {
            held.rollbackAfter(e);
            throw new FailedRun(
                            failures,
                            turn.store(),
                            observer,
                            listener,
                            () -> safeguard.takeBack(progress))
                    .of(e, turn.isTransactional());
        }
    }

    private void forget(Step step) throws SQLException {
        try (var statement = turn.connection().createStatement()) {
            statement.execute("DROP TABLE " + FlywayRuns.UNDO_TABLE);
            statement.execute(
                    "DELETE FROM " + FlywayRuns.TABLE + " WHERE installed_rank = " + step.rank());
        }
    }
}
