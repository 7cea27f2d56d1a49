package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.spi.Disposal;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.migration.MigrationListener;
import dev.tenon.database.internal.opening.DatabaseOpener;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.opening.ModuleSchema;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.internal.opening.SnapshotSafeguard;
import dev.tenon.database.internal.place.DataFolders;
import dev.tenon.database.internal.place.DatabasePlace;
import dev.tenon.database.internal.place.DatabaseSettings;
import dev.tenon.database.mapping.MappedDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The databases of the modules of one host. Safe for use by many threads. */
final class Databases implements AutoCloseable {

    private final FrameworkDatabase framework;
    private final DataFolders folders = new DataFolders();
    private final DatabaseSettings settings;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final MigrationsOfChange change = new MigrationsOfChange();

    Databases(DatabaseSettings settings, FrameworkDatabase framework) {
        this.settings = settings;
        this.framework = framework;
    }

    /**
     * Opens the database that a module declares, creates its tables where they are missing, and
     * returns sessions for the module.
     *
     * @param engines those that the plan was made with
     * @throws dev.tenon.database.error.DatabaseException if it cannot be opened
     */
    Provision open(
            Engines engines, ModuleContext context, java.lang.Module module, Declaration planned) {
        var opener = new DatabaseOpener(settings, engines, folders);
        var name = planned.database();
        if (!open.add(name)) {
            throw new Failures(name)
                    .of(
                            DatabaseError.OPEN_TWICE,
                            "The database " + name + " cannot be opened a second time.",
                            "Another version of the module " + context.name() + " has it.");
        }
        try {
            // Where another host has the folder, that is said of the module, and not once more.
            opener.hold(name);
            framework.open(() -> opener.open(FrameworkDatabase.NAME));
            change.bringBack(name, opener);
            var opened = opener.open(name);
            try {
                var declared = bringUp(context, module, planned, opened, opener);
                return new ModuleDatabase(
                        opened, mapped(declared, opened), () -> open.remove(name));
            } catch (Throwable t) {
                opened.close();
                throw t;
            }
        } catch (Throwable t) {
            open.remove(name);
            throw t;
        }
    }

    /** Returns how long the migrations of a database may take. */
    Duration migrationLimit(String database) {
        return DatabasePlace.of(settings, database).migrationLimit();
    }

    /**
     * Migrates a copy of the database that a module declares, if it is a file; looks at least
     * whether its migrations could run, elsewhere.
     *
     * @throws IOException if there is no place for a copy
     * @throws dev.tenon.database.error.DatabaseException if the migrations could not run
     */
    void rehearse(Engines engines, java.lang.Module module, Declaration planned)
            throws IOException {
        if (planned.migrations().isEmpty()) {
            return;
        }
        var opener = new DatabaseOpener(settings, engines, folders);
        var name = planned.database();
        var owner = owner(planned, module.getDescriptor().rawVersion());
        boolean isDone =
                opener.withCopy(
                        name,
                        copy ->
                                schema(copy, planned, owner, _ -> {})
                                        .migrations(module)
                                        .run(
                                                Optional.empty(),
                                                MigrationListener.NONE,
                                                Progress.NONE));
        if (!isDone) {
            try (var opened = opener.openIfThere(name).orElse(null)) {
                if (opened != null) {
                    schema(opened, planned, owner, _ -> {}).migrations(module).check();
                }
            }
        }
    }

    /**
     * Returns what becomes of the database that a module declares when it is uninstalled.
     *
     * @param staying what the modules declare that are there afterwards
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-015} if it is not to be
     *     removed, because Tenon has not made it or another module has it
     */
    Disposal disposal(
            Engines engines,
            ModuleInfo module,
            Declaration planned,
            ModuleData data,
            Stream<Declaration> staying) {
        var opener = new DatabaseOpener(settings, engines, folders);
        var name = planned.database();
        var owner = owner(planned, module.version());
        if (!data.equals(ModuleData.KEEP)) {
            new RemovalCheck(owner, opener).require(staying, open.contains(name));
        }
        return new DatabaseDisposal(
                owner,
                planned,
                data,
                opener,
                () -> framework.historyOf(owner, opener.engine(name).name()),
                () -> open.contains(name));
    }

    /** Says that a change is taken back. */
    void takingBack() {
        change.takingBack();
    }

    /** Says that a change, or the start of the host, is over. */
    void changeEnded() {
        change.end();
    }

    private MappedDatabase mapped(Declaration declared, OpenDatabase opened) {
        return new MappedDatabase(
                declared.module(),
                declared.database(),
                opened.store().dialect(),
                opened.sessions(),
                settings.database().path(),
                declared.schema(),
                declared.entities());
    }

    /** Returns the declaration with the schema that was made in code. */
    private Declaration bringUp(
            ModuleContext context,
            java.lang.Module module,
            Declaration planned,
            OpenDatabase opened,
            DatabaseOpener opener) {
        var owner = owner(planned, context.info().version());
        var history = framework.historyOf(owner, opened.engine());
        var schema =
                schema(
                                opened,
                                planned,
                                owner,
                                before ->
                                        change.migrating(
                                                owner,
                                                planned.migrations(),
                                                before,
                                                history,
                                                () -> backup(planned, owner, before, opener)))
                        .completed(module);
        var _ = schema.bringUp(module, Optional.empty(), Progress.NONE);
        return schema.declared();
    }

    private Optional<BackupOfChange> backup(
            Declaration planned,
            SchemaOwner owner,
            SnapshotSafeguard.Before before,
            DatabaseOpener opener) {
        var place = DatabasePlace.of(settings, planned.database());
        return opener.subject(planned, owner.version(), before.version())
                .flatMap(subject -> BackupOfChange.take(subject, place));
    }

    private static SchemaOwner owner(Declaration planned, Optional<String> version) {
        return new SchemaOwner(
                planned.module(), version.orElse(""), planned.database(), planned.formerModules());
    }

    private ModuleSchema schema(
            OpenDatabase opened,
            Declaration planned,
            SchemaOwner owner,
            Consumer<SnapshotSafeguard.Before> migrating) {
        return new ModuleSchema(
                opened,
                planned,
                owner,
                framework.historyOf(owner, opened.engine()),
                DatabasePlace.of(settings, planned.database()),
                migrating);
    }

    @Override
    public void close() {
        try {
            framework.close();
        } finally {
            folders.close();
        }
    }
}
