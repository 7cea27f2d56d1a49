package dev.tenon.database.internal.module;

import dev.tenon.core.HostListener;
import dev.tenon.core.Module;
import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.database.internal.opening.FrameworkDatabase;
import dev.tenon.database.internal.place.DatabaseSettings;
import java.util.List;
import java.util.Optional;

/** The framework module: gives every module that declares a database sessions for it. */
@Module(
        title = "Databases",
        description = "Gives every module a database of its own.",
        settings = DatabaseSettings.class,
        settingsPrefix = "tenon")
public final class DatabaseModule implements ModulePlugin, HostListener {

    private final FrameworkDatabase framework = new FrameworkDatabase();
    private volatile Optional<Databases> databases = Optional.empty();

    /** Made by the service loader. */
    public DatabaseModule() {}

    @Override
    public void register(ModuleContext context) {
        var settings = context.settings(DatabaseSettings.class);
        databases = Optional.of(new Databases(settings, framework));
    }

    /** Returns the databases, once this module has registered. */
    Databases databases() {
        return databases.orElseThrow();
    }

    @Override
    public void stop(ModuleContext context) {
        databases.ifPresent(Databases::close);
    }

    @Override
    public void planned(Plan plan) {
        framework.planned(plan);
    }

    @Override
    public void changed(ModuleStatus module, ModuleState from) {
        framework.changed(module, from);
    }

    @Override
    public void ready(List<ModuleStatus> modules) {
        databases.ifPresent(Databases::changeEnded);
    }

    @Override
    public void takingBack() {
        databases.ifPresent(Databases::takingBack);
    }

    @Override
    public void changeEnded() {
        databases.ifPresent(Databases::changeEnded);
    }
}
