package dev.tenon.core.host;

import dev.tenon.core.ChangePlan;
import dev.tenon.core.ChangeReport;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostException;
import dev.tenon.core.health.HealthReport;
import dev.tenon.core.internal.content.Fingerprint;
import dev.tenon.core.internal.content.WorkFolder;
import dev.tenon.core.internal.health.HealthChecks;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.UnknownModule;
import dev.tenon.core.internal.run.HostRuntime;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.service.ServiceRegistry;
import dev.tenon.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running host: finds modules, plans, starts and stops them.
 *
 * <pre>{@code
 * try (Host host = Host.builder().plugins(Path.of("plugins")).start()) {
 *     host.services().get(NoteArchive.class).recent();
 * }
 * }</pre>
 *
 * <p>A module that cannot start does not keep the host from starting: look at {@link #modules()}.
 * Tenon has to be on the module path. While a host runs, {@code jar:} URL connections of the whole
 * Java process are opened without their cache, because it would keep the files of plugins open.
 *
 * <p>Safe for use by many threads.
 */
public final class Host implements AutoCloseable {

    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);

    private final Settings settings;
    private final HostRuntime runtime;
    private final HostChanges changes;
    private final OwnedServices services;
    private final HealthChecks healthChecks;
    private final WorkFolder workFolder;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Optional<PluginWatch> watch = Optional.empty();

    Host(
            Settings settings,
            HostRuntime runtime,
            HostChanges changes,
            OwnedServices services,
            WorkFolder workFolder) {
        this.settings = settings;
        this.runtime = runtime;
        this.changes = changes;
        this.services = services;
        this.healthChecks = new HealthChecks(services, HEALTH_TIMEOUT);
        this.workFolder = workFolder;
    }

    /** Returns the name of the module in the file. */
    String identify(Path plugin) {
        return changes.identify(plugin);
    }

    /** Makes this host follow what happens in the places. */
    void watch(WatchedPlaces places, Map<Path, Fingerprint> known, Duration interval) {
        watch = Optional.of(new PluginWatch(this, places, known, interval));
    }

    ChangePlan plan(HostChange change) {
        refuseWhereTheHostWaits();
        return changes.plan(change);
    }

    ChangeReport apply(HostChange change) {
        refuseWhereTheHostWaits();
        return changes.apply(change);
    }

    private void refuseWhereTheHostWaits() {
        if (isAwaited()) {
            throw new IllegalStateException(
                    "A listener, or a module in its register, start or stop, cannot change the host"
                            + " that waits for it: make the change on another thread.");
        }
    }

    /** Returns whether the host waits for this thread. */
    private boolean isAwaited() {
        return HostEvents.isTelling() || runtime.isInStep();
    }

    /** Returns a builder with every value at its default. */
    public static HostBuilder builder() {
        return new HostBuilder();
    }

    /**
     * Returns the plan of the modules as they are now: that of the start, or of the last change.
     */
    public Plan plan() {
        return runtime.blueprint().plan();
    }

    /** Returns every module as it stands, in start order, those that could not start last. */
    public List<ModuleStatus> modules() {
        return runtime.statuses();
    }

    /**
     * Returns the module of the given name as it stands.
     *
     * @throws HostException {@code HOST-MOD-001} if there is none; the message lists what is there
     */
    public ModuleStatus module(String name) {
        var all = modules();
        return all.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new HostException(
                                UnknownModule.problem(
                                        name, all.stream().map(ModuleStatus::name).toList())));
    }

    /** Returns a change of the modules, to be filled and applied while this host runs. */
    public HostChange change() {
        return new HostChange(this);
    }

    /** Installs a plugin: short for {@code change().install(plugin).apply()}. */
    public ChangeReport install(Path plugin) {
        return change().install(plugin).apply();
    }

    /** Upgrades a plugin: short for {@code change().upgrade(plugin).apply()}. */
    public ChangeReport upgrade(Path plugin) {
        return change().upgrade(plugin).apply();
    }

    /**
     * Uninstalls a module and keeps its data: short for {@code change().uninstall(module).apply()}.
     */
    public ChangeReport uninstall(String module) {
        return change().uninstall(module).apply();
    }

    /**
     * Uninstalls a module, and keeps, archives or drops its data: short for {@code
     * change().uninstall(module, data).apply()}.
     */
    public ChangeReport uninstall(String module, ModuleData data) {
        return change().uninstall(module, data).apply();
    }

    /**
     * Returns the service registry as the application sees it that embeds this host; what it offers
     * belongs to the owner {@code host}.
     */
    public ServiceRegistry services() {
        return services;
    }

    /** Returns all settings. */
    public Settings settings() {
        return settings;
    }

    /**
     * Asks every health check and returns the answers; takes at most 5 s. A check that throws or
     * does not answer is down.
     */
    public HealthReport health() {
        return healthChecks.report(modules());
    }

    /**
     * Stops every module, those first that require others, each step within its limit ({@code
     * tenon.stop-timeout}, default 10 s). A change that is under way is given up. A second call
     * waits for the first. From a listener, or from a step of a module, for which the host waits,
     * it returns at once, and the stop goes on in another thread. Failures are logged and shown by
     * {@link #modules()}; none is thrown.
     */
    @Override
    public void close() {
        if (isAwaited()) {
            Thread.ofPlatform().name("tenon close").start(this::closeOnce);
        } else {
            closeOnce();
        }
    }

    private void closeOnce() {
        if (closed.getAndSet(true)) {
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        try {
            closeParts();
        } finally {
            end.countDown();
        }
    }

    private void closeParts() {
        changes.giveUp();
        watch.ifPresent(PluginWatch::close);
        changes.close();
        services.close();
        workFolder.close();
    }
}
