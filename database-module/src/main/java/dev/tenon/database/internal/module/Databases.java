package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.error.Problem;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.InvalidSchemaException;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.declare.LoadedDeclaration;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.migration.ModuleMigrations;
import dev.tenon.database.internal.migration.ProvidedMigrations;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The databases of the modules of one host. Safe for use by many threads. */
final class Databases implements AutoCloseable {

    private final FrameworkDatabase framework;
    private final DataFolders folders = new DataFolders();
    private final DatabaseSettings settings;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

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
            var opened = opener.open(name);
            try {
                create(context, module, planned, opened);
                return new ModuleDatabase(opened, () -> open.remove(name));
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

    private void create(
            ModuleContext context,
            java.lang.Module module,
            Declaration planned,
            OpenDatabase opened) {
        var version = context.info().version().orElse("");
        var owner =
                new SchemaOwner(context.name(), version, opened.name(), planned.formerModules());
        var history = framework.historyOf(owner, opened.engine());
        if (!planned.migrations().isEmpty()) {
            migrate(module, planned, opened, owner, history);
            return;
        }
        history.created(() -> {
            var schema = complete(planned, module).schema();
            if (schema.isEmpty()) {
                opened.claim(owner);
                return false;
            }
            return opened.create(schema.get(), owner);
        });
    }

    private void migrate(
            java.lang.Module module,
            Declaration planned,
            OpenDatabase opened,
            SchemaOwner owner,
            SchemaHistory history) {
        var migrations =
                new ModuleMigrations(
                        owner,
                        opened.store(),
                        planned.migrations(),
                        ProvidedMigrations.of(planned.migrations(), owner, module),
                        complete(planned, module).schema(),
                        DatabasePlace.of(settings, opened.name()).migration(opened.safeguard()));
        opened.migrate(migrations, history);
    }

    private static Declaration complete(Declaration planned, java.lang.Module module) {
        var declaration = LoadedDeclaration.complete(planned, module);
        if (declaration.hasErrors()) {
            throw new InvalidSchemaException(
                    declaration.problems().stream().filter(Problem::isError).toList());
        }
        return declaration;
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
