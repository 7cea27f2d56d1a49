package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.cdi.ModuleContainer;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.internal.settings.ModuleSettings;
import dev.tenon.core.settings.Settings;
import jakarta.enterprise.inject.Instance;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a module is alive between its load and its release; also the context that it is handed.
 * The setters belong to the thread that starts or stops the module.
 */
final class LiveModule implements ModuleContext {

    private final ModuleInfo info;
    private final ModuleSettings settings;
    private final OwnedServices services;
    private final java.lang.Module module;
    private final Optional<ModuleLayer.Controller> controller;
    private volatile @Nullable ModulePlugin plugin;
    private volatile @Nullable ModuleContainer container;
    private volatile boolean registered;
    private boolean hung;
    private boolean released;

    LiveModule(
            ModuleInfo info,
            ModuleSettings settings,
            OwnedServices services,
            java.lang.Module module,
            Optional<ModuleLayer.Controller> controller) {
        this.info = info;
        this.settings = settings;
        this.services = services;
        this.module = module;
        this.controller = controller;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public Settings settings() {
        return settings.byName();
    }

    @Override
    public <T> T settings(Class<T> type) {
        return settings.as(type);
    }

    /** Returns the interface of settings that the module declares, if it declares one. */
    Optional<Class<?>> settingsType() {
        return settings.interfaceName()
                .map(name -> Objects.requireNonNull(Class.forName(module, name)));
    }

    @Override
    public OwnedServices services() {
        return services;
    }

    @Override
    public Instance<Object> beans() {
        return container()
                .map(ModuleContainer::beans)
                .orElseThrow(() ->
                        new HostException(
                                Problem.error(
                                        HostError.NO_BEANS,
                                        "The module " + info.name() + " has no beans.",
                                        "No class of it has a bean defining annotation.",
                                        HostError.NO_BEANS.remedy()),
                                info.name()));
    }

    java.lang.Module module() {
        return module;
    }

    ModuleLayer layer() {
        return Objects.requireNonNull(module.getLayer());
    }

    Optional<ModuleLayer.Controller> controller() {
        return controller;
    }

    ClassLoader loader() {
        return module.getClassLoader();
    }

    Optional<ModulePlugin> plugin() {
        return Optional.ofNullable(plugin);
    }

    void plugin(ModulePlugin loaded) {
        this.plugin = loaded;
    }

    Optional<ModuleContainer> container() {
        return Optional.ofNullable(container);
    }

    /**
     * Takes the container over.
     *
     * @return false if this module has been released meanwhile, because the step that started the
     *     container took too long: whoever started it closes it
     */
    synchronized boolean adopt(ModuleContainer started) {
        if (released) {
            return false;
        }
        container = started;
        return true;
    }

    /** Ends the time in which a container is taken over. */
    synchronized void release() {
        released = true;
    }

    /** Whether register was called, so that stop is owed. */
    boolean isStopOwed() {
        return registered && !hung;
    }

    void registerCalled() {
        registered = true;
    }

    /** Notes that a step goes on in spite of its interruption: stop is not called beside it. */
    void hung() {
        hung = true;
    }
}
