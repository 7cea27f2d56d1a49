package dev.tenon.database.internal.opening;

import dev.tenon.core.error.Problem;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.backup.DatabaseSnapshots;
import dev.tenon.database.internal.creation.DatabaseClaim;
import dev.tenon.database.internal.creation.SchemaCreation;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.migration.AppliedMigration;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.migration.MigrationTurn;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.ModuleModel;
import dev.tenon.database.internal.migration.ReachedVersion;
import dev.tenon.database.internal.migration.Safeguard;
import dev.tenon.database.internal.migration.source.Version;
import dev.tenon.database.internal.session.Sessions;
import dev.tenon.database.internal.transaction.JoiningSessions;
import dev.tenon.database.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database.
 *
 * @param name its name
 * @param engine the name of its engine
 * @param store its connections
 * @param sessions the way to them
 * @param snapshots its states from before changes
 */
public record OpenDatabase(
        String name,
        String engine,
        Store store,
        SessionFactory sessions,
        DatabaseSnapshots snapshots)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

    /**
     * Opens one that is there, or makes it if it is a file.
     *
     * @param kept how many snapshots of it are kept
     */
    public static OpenDatabase open(Engine engine, StoreSettings settings, int kept) {
        var store = engine.open(settings);
        var name = settings.database();
        return new OpenDatabase(
                name,
                engine.name(),
                store,
                new JoiningSessions(new Sessions(name, store)),
                new DatabaseSnapshots(engine.snapshots(), settings, kept));
    }

    /** Returns it for a tool, which tells itself what its sessions throw: the log does not. */
    public OpenDatabase forTool() {
        return new OpenDatabase(
                name,
                engine,
                store,
                new JoiningSessions(Sessions.withoutLog(name, store)),
                snapshots);
    }

    /**
     * Completes a change that a process began and did not end, and tells it. To be called before
     * the database is used.
     *
     * @throws dev.tenon.database.error.DatabaseException if that cannot be
     */
    public void finishChange() {
        snapshots
                .finish(Progress.NONE)
                .ifPresent(snapshot ->
                        LOG.warn(
                                "A change of the database {} was cut off; it is as it was in its"
                                        + " snapshot {}",
                                name,
                                snapshot.name()));
    }

    /**
     * Creates the tables, or adds what they lack, if that has not been done.
     *
     * @param settings how what they lack is added
     * @return what has been done now, in words
     * @throws dev.tenon.database.error.InvalidSchemaException if the database holds something else
     */
    public Optional<String> create(
            Schema schema,
            SchemaOwner owner,
            ModuleMigrations.Settings settings,
            Progress progress) {
        var creation = new SchemaCreation(owner, store.dialect(), schema);
        if (isDone(creation::isDone)) {
            return Optional.empty();
        }
        return seen(new ModuleModel(owner, store, creation, settings).run(progress));
    }

    /**
     * Makes sure that {@link #create} would do well, as far as that can be seen; changes nothing.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException as {@link #create}
     */
    void check(Schema schema, SchemaOwner owner) {
        var creation = new SchemaCreation(owner, store.dialect(), schema);
        if (isDone(creation::isDone)) {
            return;
        }
        try (var connection = store.connect()) {
            creation.check(connection);
        } catch (SQLException e) {
            throw new Failures(name)
                    .of(
                            store.classify(e),
                            "The database " + name + " cannot be looked at.",
                            e,
                            CommitOutcome.NOT_APPLIED);
        }
    }

    /**
     * Runs the migrations that have not run, and tells the listener what becomes of them.
     *
     * @param upTo the version above which none runs; nothing: all run
     * @return those that have run now
     */
    public List<AppliedMigration> migrate(
            ModuleMigrations migrations,
            Optional<String> upTo,
            MigrationListener listener,
            Progress progress) {
        return isDone(migrations::isDone)
                ? List.of()
                : seen(migrations.run(upTo, listener, progress));
    }

    /** Takes back migrations, see {@link ModuleMigrations#undo}. */
    public List<AppliedMigration> undo(
            ModuleMigrations migrations,
            String version,
            boolean isTrial,
            MigrationListener listener,
            Progress progress) {
        return seen(migrations.undo(version, isTrial, listener, progress));
    }

    /**
     * Returns its tables, without Tenon's.
     *
     * @throws dev.tenon.database.error.DatabaseException if they cannot be read
     */
    public Schema tables() {
        return sessions.read(s -> store.dialect().read(s.connection()).schema());
    }

    /**
     * Returns the version to which migrations have brought it, as it says itself; empty if none
     * has.
     *
     * @throws dev.tenon.database.error.DatabaseException if it cannot be read
     */
    public String version() {
        return sessions.read(s -> ReachedVersion.of(s.connection()))
                .map(Version::toString)
                .orElse("");
    }

    /**
     * Makes sure that it is not recorded as that of another module.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException {@code DB-SCH-022} if it is
     */
    public void requireOwner(SchemaOwner owner) {
        var claim = new DatabaseClaim(owner, store.dialect());
        var _ =
                sessions.read(s -> {
                    claim.refuseAnother(s.connection());
                    return owner;
                });
    }

    /**
     * Has the connection that writes see what another one has changed: SQLite would refuse an
     * INSERT without the names of columns if their number has changed since it read the schema.
     */
    private <T> T seen(T changed) {
        var _ = sessions.write(s -> s.query("SELECT id FROM tenon_schema").list(Integer.class));
        return changed;
    }

    /**
     * Returns what brings it back if its migrations fail.
     *
     * @param listener is told what is kept, before the first of them runs
     */
    public Safeguard safeguard(Consumer<SnapshotSafeguard.Before> listener) {
        return new SnapshotSafeguard(
                snapshots,
                store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL),
                listener);
    }

    /**
     * Records whose database it is, if that has not been done. Where the user may not make the
     * table for that, the log says so, and the database is used without.
     *
     * @throws dev.tenon.database.error.InvalidSchemaException if it is that of another module
     */
    public void claim(SchemaOwner owner) {
        var claim = new DatabaseClaim(owner, store.dialect());
        if (isDone(claim::isDone)) {
            return;
        }
        try {
            MigrationTurn.change(owner, store, claim::run);
        } catch (SQLException e) {
            var what = store.classify(e);
            if (what.errorClass() != ErrorClass.PERMISSION) {
                throw new Failures(name)
                        .of(
                                what,
                                "The database " + name + " cannot be recorded as its module's.",
                                e,
                                CommitOutcome.NOT_APPLIED);
            }
            LOG.warn(
                    "The database {} is not recorded as that of the module {}, so nothing refuses it"
                            + " to another module: {}",
                    name,
                    owner.module(),
                    Problem.describe(e));
        }
    }

    /** To open a connection for one look would be most of what it costs. */
    private boolean isDone(Predicate<Connection> look) {
        return store.opened()
                .map(look::test)
                .orElseGet(() -> sessions.read(s -> look.test(s.connection())));
    }

    @Override
    public void close() {
        store.close();
    }
}
