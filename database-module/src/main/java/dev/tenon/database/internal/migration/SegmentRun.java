package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.internal.migration.FlywayFailures.TakenBack;
import dev.tenon.database.internal.migration.Segment.Mode;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.script.Directive;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/**
 * Runs segments of migrations in one turn. Used by one thread.
 *
 * @param source of views of the connection of the turn
 * @param failed what is done when one fails
 */
record SegmentRun(
        MigrationFailures failures,
        MigrationTurn turn,
        SharedConnection source,
        FlywayRuns runs,
        RunObserver observer,
        FailedRun failed) {

    /** Words without which there is no statement that an engine refuses in a transaction. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile(
                    "(?i)\\b(?:concurrently|vacuum|reindex|tablespace|subscription|system|database"
                            + "|type)\\b");

    /** Returns the segments in which they run. */
    List<Segment> segments(List<Migration> pending) throws SQLException {
        return Segment.of(pending, modes(pending));
    }

    /** Returns how each of them runs. */
    Function<Migration, Mode> modes(List<Migration> pending) throws SQLException {
        if (!turn.isTransactional()) {
            return _ -> Mode.TOGETHER;
        }
        if (ForeignKeySwitch.isSqlite(turn.connection())) {
            refuseLostSwitch(pending);
            return m -> ForeignKeySwitch.isOff(m) ? Mode.WITHOUT_FOREIGN_KEYS : Mode.TOGETHER;
        }
        boolean suspicious =
                pending.stream()
                        .anyMatch(
                                m -> m instanceof Script s && SUSPICIOUS.matcher(s.text()).find());
        Set<Migration> refusing = suspicious ? refusing() : Set.of();
        return m -> refusing.contains(m) || isAlone(m) ? Mode.WITHOUT_TRANSACTION : Mode.TOGETHER;
    }

    /** The tables would be made anew by another script, with foreign keys on. */
    private void refuseLostSwitch(List<Migration> pending) {
        pending.stream()
                .filter(ForeignKeySwitch::isOffForNothing)
                .findFirst()
                .ifPresent(m -> {
                    throw failures.of(
                            Problem.error(
                                    MigrationError.FORBIDDEN_STATEMENT,
                                    "The migrations of " + failures.owner() + " are not run.",
                                    m.place()
                                            + " switches foreign keys off and does nothing else;"
                                            + " the switch ends with the script.",
                                    "Write the switch into the script whose statements need it."),
                            Optional.empty());
                });
    }

    /** Whether the script says that it wants no transaction with others. */
    private boolean isAlone(Migration migration) {
        return migration instanceof Script script
                && script.text().contains(Directive.TRANSACTION_OFF_LINE)
                && dev.tenon.database.internal.script.Script.read(
                                script.text(), turn.store().dialect().lexis())
                        .has(Directive.TRANSACTION_OFF);
    }

    private Set<Migration> refusing() {
        return Arrays.stream(runs.toLook(source).info().pending())
                .filter(m -> m instanceof MigrationInfoImpl known && isRefusing(known))
                .map(m -> FlywayHistory.find(runs.migrations(), m))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isRefusing(MigrationInfoImpl migration) {
        try {
            return !migration.getResolvedMigration().getExecutor().canExecuteInTransaction();
        } catch (FlywayException e) {
            var found = FlywayHistory.find(runs.migrations(), migration);
            throw new FlywayFailures(failures, turn.store())
                    .of(e, Optional.of(found), new TakenBack(0));
        }
    }

    /** Runs a segment, and returns what has run. */
    List<AppliedMigration> run(Segment segment) throws SQLException {
        boolean keysOff = segment.mode() == Mode.WITHOUT_FOREIGN_KEYS;
        observer.check(keysOff ? ForeignKeySwitch::flaw : _ -> Optional.empty());
        boolean group = turn.isTransactional() && segment.mode() == Mode.TOGETHER;
        try (var _ = ForeignKeySwitch.offIf(keysOff, turn.connection())) {
            runs.toRun(segment, source, group, observer).migrate();
            return observer.committed();
        } catch (FlywayException e) {
            throw failed.of(
                    e, turn.isTransactional() && segment.mode() != Mode.WITHOUT_TRANSACTION);
        }
    }
}
