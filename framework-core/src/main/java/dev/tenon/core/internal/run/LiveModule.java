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
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.settings.Settings;
import dev.tenon.core.spi.Provision;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Provision> provisions = new ArrayDeque<>();
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

    /**
     * Takes over what was made for the module, and gives it the services.
     *
     * @return false if this module has been released meanwhile: whoever made it closes it
     */
    synchronized boolean adopt(Provision made) {
        if (released) {
            return false;
        }
        provisions.push(made);
        made.services().forEach(this::provide);
        return true;
    }

    private <S> void provide(ServiceKey<S> key, Object service) {
        services.provide(key, key.type().cast(service));
    }

    /** Ends the time in which something is taken over. */
    synchronized void release() {
        released = true;
    }

    /** Returns whether something was made for the module. */
    synchronized boolean hasProvisions() {
        return !provisions.isEmpty();
    }

    /**
     * Gives back what was made for the module, the last first.
     *
     * @throws RuntimeException the first failure, with the others suppressed
     */
    void closeProvisions() {
        services.forgetProvided();
        var failures = new ArrayDeque<RuntimeException>();
        for (var provision = next(); provision.isPresent(); provision = next()) {
            try {
                provision.get().close();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        var first = failures.poll();
        if (first != null) {
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private synchronized Optional<Provision> next() {
        return Optional.ofNullable(provisions.poll());
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
