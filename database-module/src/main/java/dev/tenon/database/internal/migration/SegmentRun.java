package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.migration.FlywayFailures.Kept;
import dev.tenon.database.internal.migration.FlywayFailures.TakenBack;
import dev.tenon.database.internal.migration.Migration.Script;
import dev.tenon.database.internal.migration.Segment.Mode;
import dev.tenon.database.internal.script.Directive;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/**
 * Runs segments of migrations on one connection. Used by one thread.
 *
 * @param connection in auto-commit
 * @param source of views of that connection
 * @param safeguard takes back what the engine does not, if it can; returns whether it has
 */
record SegmentRun(
        MigrationFailures failures,
        Store store,
        Connection connection,
        SharedConnection source,
        FlywayRuns runs,
        RunObserver observer,
        MigrationListener listener,
        BooleanSupplier safeguard) {

    private static final Undo NOTHING = () -> {};

    /** Words without which there is no statement that an engine refuses in a transaction. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile(
                    "(?i)\\b(?:concurrently|vacuum|reindex|tablespace|subscription|system|database"
                            + "|type)\\b");

    /** Returns how each of them runs. */
    Function<Migration, Mode> modes(List<Migration> pending) throws SQLException {
        if (!isTransactional()) {
            return _ -> Mode.TOGETHER;
        }
        if (ForeignKeySwitch.isSqlite(connection)) {
            return m -> ForeignKeySwitch.isOff(m) ? Mode.WITHOUT_FOREIGN_KEYS : Mode.TOGETHER;
        }
        boolean suspicious =
                pending.stream()
                        .anyMatch(
                                m -> m instanceof Script s && SUSPICIOUS.matcher(s.text()).find());
        Set<Migration> refusing = suspicious ? refusing() : Set.of();
        return m -> refusing.contains(m) || isAlone(m) ? Mode.WITHOUT_TRANSACTION : Mode.TOGETHER;
    }

    /** Whether the script says that it wants no transaction with others. */
    private boolean isAlone(Migration migration) {
        return migration instanceof Script script
                && script.text().contains(Directive.TRANSACTION_OFF_LINE)
                && dev.tenon.database.internal.script.Script.read(
                                script.text(), store.dialect().lexis())
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
            throw new FlywayFailures(failures, store.dialect())
                    .of(e, Optional.of(found), new TakenBack(0));
        }
    }

    private boolean isTransactional() {
        return store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL);
    }

    /** Runs a segment, and returns what has run. */
    List<AppliedMigration> run(Segment segment) throws SQLException {
        boolean keysOff = segment.mode() == Mode.WITHOUT_FOREIGN_KEYS;
        observer.check(keysOff ? ForeignKeySwitch::flaw : _ -> Optional.empty());
        boolean group = isTransactional() && segment.mode() == Mode.TOGETHER;
        try (var _ = keysOff ? ForeignKeySwitch.off(connection) : NOTHING) {
            runs.toRun(segment, source, group, observer).migrate();
            return observer.committed();
        } catch (FlywayException e) {
            throw failed(e, isTransactional() && segment.mode() != Mode.WITHOUT_TRANSACTION);
        }
    }

    private MigrationException failed(FlywayException e, boolean byEngine) {
        var migration = observer.current();
        boolean takenBack = byEngine || isTakenBack(e);
        var outcome = takenBack ? new TakenBack(observer.uncommitted()) : new Kept();
        var failure = new FlywayFailures(failures, store.dialect()).of(e, migration, outcome);
        if (!takenBack) {
            // Those before it hold.
            observer.committed();
        }
        migration.ifPresent(m ->
                listener.failed(
                        m,
                        observer.begun(),
                        Duration.between(observer.begun(), Instant.now()),
                        failure));
        return failure;
    }

    private boolean isTakenBack(FlywayException cause) {
        try {
            return safeguard.getAsBoolean();
        } catch (DatabaseException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
