package dev.tenon.database.internal.migration;

import dev.tenon.core.error.Problem;
import dev.tenon.database.admin.MigrationStatus;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Store;
import dev.tenon.database.error.MigrationError;
import dev.tenon.database.error.MigrationException;
import dev.tenon.database.internal.creation.MigratedSchema;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.difference.Drift;
import dev.tenon.database.internal.migration.source.Migrations;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings one database to the version of its module, by the module's migrations. Safe for use by
 * many threads; those that run at once wait for each other, as hosts do.
 *
 * <p>A start asks {@link #isDone} first, which costs one query, and {@link #run} if it is not.
 */
public final class ModuleMigrations {

    /**
     * How they run.
     *
     * @param patience how long to wait for another host that migrates the database
     * @param baseline the version that a database stands for which holds tables that no migration
     *     made; nothing: such a database is refused
     * @param safeguard what brings the database back if one fails and the engine does not
     * @param expected what is done about errors of their statements; nothing: they fail
     * @param drift what is done if they do not lead to what the module declares
     */
    public record Settings(
            Duration patience,
            Optional<Version> baseline,
            Safeguard safeguard,
            Map<ExpectedError, Treatment> expected,
            Treatment drift) {

        /** A minute of patience, no baseline, nothing to bring back; errors fail. */
        public static final Settings DEFAULT =
                new Settings(
                        Duration.ofMinutes(1),
                        Optional.empty(),
                        Safeguard.NONE,
                        Map.of(),
                        Treatment.WARN);

        public Settings {
            expected = Map.copyOf(expected);
        }

        /** Returns them with another safeguard. */
        public Settings with(Safeguard other) {
            return new Settings(patience, baseline, other, expected, drift);
        }
    }

    private final SchemaOwner owner;
    private final Store store;
    private final Migrations migrations;
    private final List<CodeMigration> code;
    private final Settings settings;
    private final MigratedSchema schema;
    private final Optional<DriftCheck> drift;
    private final MigrationFailures failures;
    private final Standing standing;

    /**
     * Prepares them for one database.
     *
     * @param owner whose database it is
     * @param migrations those for its engine
     * @param code those that are written in Java
     * @param model what the module declares; nothing if it declares no tables
     */
    public ModuleMigrations(
            SchemaOwner owner,
            Store store,
            Migrations migrations,
            List<CodeMigration> code,
            Optional<Schema> model,
            Settings settings) {
        this.owner = owner;
        this.store = store;
        this.migrations = migrations;
        this.code = List.copyOf(code);
        this.settings = settings;
        this.schema = new MigratedSchema(owner, store.dialect(), migrations.lines(), model);
        this.drift = model.map(m -> new DriftCheck(owner, store.dialect(), m, settings.drift()));
        this.failures = new MigrationFailures(owner);
        this.standing =
                new Standing(
                        failures,
                        migrations,
                        schema,
                        new Baseline(failures, store.dialect(), migrations, settings.baseline()));
    }

    /**
     * Returns whether the database is what these migrations make it.
     *
     * @param connection one on which a statement may fail
     */
    public boolean isDone(Connection connection) {
        return schema.isDone(connection);
    }

    /**
     * Runs those that have not run.
     *
     * @param upTo the version above which none runs; nothing: all run
     * @param listener hears which of them hold, and which one has failed
     * @param progress hears before each statement how many of them have run
     * @return those that have run now
     * @throws dev.tenon.database.error.MigrationException if the database is not one that they can
     *     go on from, or one fails; {@code DB-MIG-022} if the version is none
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is that of
     *     another module; {@code DB-SCH-023} if they have not led to what the module declares, and
     *     it is not to start then
     */
    public List<AppliedMigration> run(
            Optional<String> upTo, MigrationListener listener, Progress progress) {
        var limit = upTo.map(this::version);
        return inTurn(turn ->
                new PendingRun(turn, standing, this::flyway, settings, drift, listener, progress)
                        .run(limit));
    }

    /**
     * Runs those that have not run, and takes them back at the end: all of them where the engine
     * changes tables in transactions, up to the first one that it refuses there; none elsewhere.
     *
     * @param upTo as for {@link #run}
     * @return those that would run, with no duration for those that were not tried
     * @throws dev.tenon.database.error.MigrationException as {@link #run}
     */
    public List<AppliedMigration> attempt(Optional<String> upTo, Progress progress) {
        var limit = upTo.map(this::version);
        return inTurn(turn -> {
            var start = turn.transact(standing::start);
            var runs = flyway(start.baseline());
            var outlook = standing.outlook(start, () -> runs.toLook(turn.source()));
            var pending = limit.map(outlook::upTo).orElse(outlook).pending();
            return new TrialRun(failures, turn, runs, settings.expected(), progress)
                    .run(pending, migrations);
        });
    }

    /**
     * Looks whether those that have not run could follow those that have; runs none.
     *
     * @throws dev.tenon.database.error.MigrationException if not
     */
    public void check() {
        var _ =
                inTurn(turn -> {
                    var start = turn.transact(standing::start);
                    var runs = flyway(start.baseline());
                    return standing.outlook(start, () -> runs.toLook(turn.source()));
                });
    }

    private Version version(String text) {
        return Version.parse(text)
                .orElseThrow(() ->
                        failures.of(
                                MigrationError.NO_VERSION,
                                "The migrations of " + owner + " are not run.",
                                "'" + text.replaceAll("\\p{C}", "?") + "' is no version."));
    }

    /**
     * Returns how they stand in the database, and changes nothing. Where none has run yet, all are
     * pending above the version that the database is known to stand for. Does not wait for a host
     * that runs them: those that do not hold yet are pending.
     */
    public List<MigrationStatus> status() {
        return look(turn -> {
            schema.refuseAnother(turn.connection());
            var known = standing.known(turn.connection()).orElse(Version.ZERO);
            return new FlywayHistory(failures, migrations)
                    .status(flyway(Version.ZERO).toLook(turn.source()), known);
        });
    }

    /**
     * Returns how the tables are not what the module declares, and changes nothing. To be asked
     * when all have run.
     */
    public Drift drift() {
        return look(turn -> drift.isPresent() ? drift.get().find(turn.connection()) : Drift.NONE);
    }

    private <T> T look(MigrationTurn.Turn<T> looking) {
        try {
            return MigrationTurn.look(owner, store, looking);
        } catch (FlywayException | SQLException e) {
            throw notRun(e);
        }
    }

    /** Returns why the module does not start with the difference, if it does not. */
    public Optional<Problem> refusal(Drift found) {
        return drift.filter(d -> d.treatment() == Treatment.FAIL)
                .filter(_ -> !found.needed().isEmpty())
                .map(d -> d.problem(found));
    }

    /**
     * Makes the history agree with the module, after somebody has put the tables right by hand:
     * forgets a migration that has failed, takes the checksum of one that has changed, and marks
     * one as deleted that the module does not have. Changes no table of the module.
     */
    public void repair() {
        var _ =
                inTurn(turn -> {
                    schema.refuseAnother(turn.connection());
                    return flyway(Version.ZERO).toLook(turn.source()).repair();
                });
    }

    /**
     * Takes back those that have run above a version, by their undo scripts, the last one first.
     *
     * @param version the version that remains, {@code 0} for none
     * @param isTrial whether to take back what was done, at the end; for engines that change tables
     *     in transactions
     * @return those undo scripts that have run
     * @throws MigrationException {@code DB-MIG-021} if one has no undo script, {@code DB-MIG-022}
     *     if the version is none, {@code DB-MIG-010} if one fails
     */
    public List<AppliedMigration> undo(
            String version, boolean isTrial, MigrationListener listener, Progress progress) {
        var target = version(version);
        return inTurn(turn -> {
            schema.refuseAnother(turn.connection());
            return new UndoRun(
                            failures,
                            turn,
                            schema,
                            migrations,
                            settings.safeguard(),
                            listener,
                            progress)
                    .run(target, isTrial);
        });
    }

    private FlywayRuns flyway(Version baseline) {
        return new FlywayRuns(migrations, code, baseline);
    }

    private <T> T inTurn(MigrationTurn.Turn<T> turn) {
        try {
            return MigrationTurn.take(owner, store, settings.patience(), turn);
        } catch (FlywayException | SQLException e) {
            throw notRun(e);
        }
    }

    private MigrationException notRun(Exception e) {
        return failures.of(
                MigrationError.NOT_RUN,
                "The migrations of " + owner + " cannot be run.",
                Problem.describe(e),
                Optional.of(e));
    }
}
