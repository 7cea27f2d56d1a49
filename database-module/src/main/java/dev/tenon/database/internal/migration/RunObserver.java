package dev.tenon.database.internal.migration;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.migration.source.Migration;
import dev.tenon.database.internal.migration.source.Migration.Script;
import dev.tenon.database.internal.migration.source.MigrationName.Kind;
import dev.tenon.database.internal.migration.source.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a run of Flyway: which migration runs, and which of its statements. For one thread. */
final class RunObserver implements Callback {

    /** Checks what a migration has left, in its transaction. */
    @FunctionalInterface
    interface Check {
        /** Returns what is wrong, if something is. */
        Optional<String> flaw(Connection connection) throws SQLException;
    }

    private static final Set<Event> EVENTS =
            EnumSet.of(
                    Event.BEFORE_EACH_MIGRATE,
                    Event.BEFORE_EACH_MIGRATE_STATEMENT,
                    Event.AFTER_EACH_MIGRATE);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private final String database;
    private final Set<Lexis> lexis;
    private final Migrations migrations;
    private final MigrationListener listener;
    private final Progress progress;
    private final List<AppliedMigration> applied = new ArrayList<>();
    private int total;
    private int done;
    private Check check = _ -> Optional.empty();
    private @Nullable Migration current;
    private Instant begun = Instant.now();
    private Instant lastLine = begun;
    private final List<String> passedOver = new ArrayList<>();
    private boolean isRunning;
    private long statements;

    /** Where the statement that runs begins in its script. */
    private int at;

    /**
     * Follows a run.
     *
     * @param store the database
     * @param owner whose it is
     * @param migrations those that may run
     */
    RunObserver(
            Store store,
            SchemaOwner owner,
            Migrations migrations,
            MigrationListener listener,
            Progress progress) {
        this.database = owner.database();
        this.lexis = store.dialect().lexis();
        this.migrations = migrations;
        this.listener = listener;
        this.progress = progress;
    }

    /** Says how many migrations will run. */
    void expect(int migrations) {
        total = migrations;
    }

    /** Sets what is checked after each migration that follows. */
    void check(Check after) {
        check = after;
    }

    /** Returns the migration that runs, or has run last. */
    Optional<Migration> current() {
        return Optional.ofNullable(current);
    }

    Instant begun() {
        return begun;
    }

    /** Returns how many have run of which nobody has said that they hold. */
    int uncommitted() {
        return applied.size();
    }

    /** Returns those that have run since the last call, and tells the listener that they hold. */
    List<AppliedMigration> committed() {
        var held = List.copyOf(applied);
        applied.clear();
        current = null;
        if (!held.isEmpty()) {
            listener.applied(held);
        }
        return held;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return EVENTS.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "tenon";
    }

    @Override
    public void handle(Event event, Context context) {
        switch (event) {
            case BEFORE_EACH_MIGRATE ->
                    begin(FlywayHistory.find(migrations, context.getMigrationInfo()));
            case BEFORE_EACH_MIGRATE_STATEMENT -> statement(context.getStatement().getSql());
            default -> end(context.getConnection());
        }
    }

    private void begin(Migration migration) {
        current = migration;
        begun = Instant.now();
        lastLine = begun;
        statements = 0;
        passedOver.clear();
        at = 0;
        isRunning = true;
        LOG.info("{} of the database {}: {}", what(migration), database, migration.name());
        progress.report(what(migration) + " " + migration.name(), done, total);
    }

    private static String what(Migration migration) {
        return migration.name().kind() == Kind.UNDO ? "Undo of a migration" : "Migration";
    }

    private void statement(String sql) {
        var migration = running();
        TransactionStatements.refuse(sql, lexis);
        if (migration instanceof Script script) {
            at = Math.max(at, script.text().indexOf(sql.strip(), at));
        }
        progress.report(
                what(migration) + " " + migration.name() + ", statement " + (statements + 1),
                done,
                total);
        var now = Instant.now();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            LOG.info(
                    "{} of the database {}: {} goes on, {} statements in {} s",
                    what(migration),
                    database,
                    migration.name(),
                    statements,
                    Duration.between(begun, now).toSeconds());
        }
        statements++;
    }

    private void end(Connection connection) {
        var migration = running();
        try {
            var flaw = check.flaw(connection);
            if (flaw.isPresent()) {
                throw new FlywayException(flaw.get());
            }
        } catch (SQLException e) {
            throw new FlywayException(e.getMessage(), e);
        }
        done++;
        applied.add(
                new AppliedMigration(
                        migration,
                        begun,
                        Duration.between(begun, Instant.now()),
                        passedOver,
                        !passedOver.isEmpty() && passedOver.size() == statements));
        isRunning = false;
    }

    /** Returns the script that runs, if it is one. */
    Optional<Script> script() {
        return isRunning && current instanceof Script script
                ? Optional.of(script)
                : Optional.empty();
    }

    /** Returns where the statement that runs stands. */
    String place() {
        var migration = running();
        return migration instanceof Script script
                ? "line "
                        + (script.text().substring(0, at).lines().count()
                                + (at == 0 || script.text().charAt(at - 1) == '\n' ? 1 : 0))
                        + " of "
                        + script.place()
                : migration.place();
    }

    /** Takes note of a statement that was passed over. */
    void passedOver(String what) {
        passedOver.add(what);
    }

    private Migration running() {
        if (current == null) {
            throw new IllegalStateException("No migration runs");
        }
        return current;
    }
}
