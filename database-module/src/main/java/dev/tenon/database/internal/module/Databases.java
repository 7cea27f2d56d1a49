package dev.tenon.database.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.internal.creation.SchemaOwner;
import dev.tenon.database.internal.declare.Declaration;
import dev.tenon.database.internal.engine.Engines;
import dev.tenon.database.internal.failure.Failures;
import java.time.Duration;
import java.util.Optional;
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
                bringUp(context, module, planned, opened);
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

    private void bringUp(
            ModuleContext context,
            java.lang.Module module,
            Declaration planned,
            OpenDatabase opened) {
        var owner =
                new SchemaOwner(
                        context.name(),
                        context.info().version().orElse(""),
                        opened.name(),
                        planned.formerModules());
        var _ =
                new ModuleSchema(
                                opened,
                                planned,
                                owner,
                                framework.historyOf(owner, opened.engine()),
                                DatabasePlace.of(settings, opened.name()))
                        .bringUp(module, Optional.empty(), Progress.NONE);
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
