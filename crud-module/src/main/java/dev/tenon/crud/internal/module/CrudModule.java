package dev.tenon.crud.internal.module;

import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.spi.Provision;
import dev.tenon.crud.CrudService;
import dev.tenon.crud.internal.page.CursorKey;
import dev.tenon.crud.internal.service.ServedDatabase;
import dev.tenon.crud.internal.service.ServedDatabases;
import dev.tenon.crud.internal.service.Service;
import dev.tenon.crud.internal.setting.CrudSettings;
import dev.tenon.crud.internal.table.TableMarks;
import dev.tenon.database.mapping.MappedDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The framework module: serves the tables of the modules. */
@Module(
        title = "CRUD",
        description = "Serves the tables of modules.",
        settings = CrudSettings.class,
        settingsPrefix = "tenon")
public final class CrudModule implements ModulePlugin {

    private final ServedDatabases databases = new ServedDatabases();
    private final Map<Path, CursorKey> cursorKeys = new ConcurrentHashMap<>();
    private volatile Optional<CrudSettings> settings = Optional.empty();

    /** Made by the service loader. */
    public CrudModule() {}

    @Override
    public void register(ModuleContext context) {
        settings = Optional.of(context.settings(CrudSettings.class));
        var _ =
                context.services()
                        .offer(
                                ServiceKey.of(CrudService.class, CrudService.NAME),
                                new Service(databases));
    }

    /**
     * Returns what a module has of CRUD.
     *
     * @param declared what the module says of its tables
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-015} if it, or a setting, marks
     *     a table that is not there
     */
    Provision provide(ModuleContext context, java.lang.Module module, TableMarks declared) {
        var known = settings.orElseThrow();
        var database = context.services().get(MappedDatabase.class);
        var ofSettings = TableMarks.of(known.crud(database.name()));
        new MarkCheck(database).require(declared, ofSettings);
        return ModuleCrud.of(
                new ServedDatabase(
                        database,
                        module,
                        declared.and(ofSettings),
                        known.crud(),
                        cursorKeys.computeIfAbsent(
                                database.dataFolder(),
                                folder -> new CursorKey(known.crud().cursorKey(), folder))),
                databases);
    }
}
