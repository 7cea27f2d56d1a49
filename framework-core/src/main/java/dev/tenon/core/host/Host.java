package dev.tenon.core.host;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.health.HealthReport;
import dev.tenon.core.internal.content.PluginCopies;
import dev.tenon.core.internal.content.WorkFolder;
import dev.tenon.core.internal.health.HealthChecks;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.run.HostRuntime;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.settings.SettingsReader;
import dev.tenon.core.service.ServiceRegistry;
import dev.tenon.core.settings.Settings;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    private final Plan plan;
    private final Settings settings;
    private final HostRuntime runtime;
    private final OwnedServices services;
    private final HealthChecks healthChecks;
    private final WorkFolder workFolder;

    private Host(
            Plan plan,
            Settings settings,
            HostRuntime runtime,
            OwnedServices services,
            WorkFolder workFolder) {
        this.plan = plan;
        this.settings = settings;
        this.runtime = runtime;
        this.services = services;
        this.healthChecks = new HealthChecks(services, HEALTH_TIMEOUT);
        this.workFolder = workFolder;
    }

    /** Returns a builder with every value at its default. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the plan by which this host was started. */
    public Plan plan() {
        return plan;
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
                                Problem.error(
                                        HostError.MODULE_NOT_FOUND,
                                        "There is no module " + name + ".",
                                        all.isEmpty()
                                                ? "The host has no modules."
                                                : "The modules are "
                                                        + all.stream()
                                                                .map(ModuleStatus::name)
                                                                .collect(Collectors.joining(", "))
                                                        + ".",
                                        HostError.MODULE_NOT_FOUND.remedy())));
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
     * tenon.stop-timeout}, default 10 s). Does nothing the second time. Failures are logged and
     * shown by {@link #modules()}; none is thrown.
     */
    @Override
    public void close() {
        runtime.close();
        services.close();
        workFolder.close();
    }

    /** Collects what a host is made from. Not safe for use by many threads. */
    public static final class Builder {

        private final List<Path> plugins = new ArrayList<>();
        private final List<Path> settingsFiles = new ArrayList<>();
        private final Map<String, String> explicit = new LinkedHashMap<>();
        private final List<HostListener> listeners = new ArrayList<>();
        private Optional<Path> workPath = Optional.empty();

        private Builder() {}

        /**
         * Adds places to find plugins in: folders that hold plugins, or plugins themselves. A
         * plugin is a modular jar, an exploded module such as {@code target/classes}, or a folder
         * with a plugin's jar and the jars of its private libraries, these in {@code lib}, or
         * beside it if that folder stands in a folder of plugins. Default: none, or what the
         * setting {@code tenon.plugins} names.
         */
        public Builder plugins(Path... places) {
            return plugins(Arrays.asList(places));
        }

        /** Adds places to find plugins in, see {@link #plugins(Path...)}. */
        public Builder plugins(Collection<Path> places) {
            plugins.addAll(places);
            return this;
        }

        /** Adds a properties file with settings; a later one is stronger. Default: none. */
        public Builder settingsFile(Path file) {
            settingsFiles.add(file);
            return this;
        }

        /** Gives a setting a value that is stronger than every other source. */
        public Builder setting(String name, String value) {
            explicit.put(name, value);
            return this;
        }

        /** Adds a listener. */
        public Builder listener(HostListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Names the folder for the private copies of plugins; it is created, readable by its owner
         * alone. If another host holds it, this one takes a temporary folder. Default: a temporary
         * folder that is removed when the host is closed.
         */
        public Builder workFolder(Path folder) {
            workPath = Optional.of(folder);
            return this;
        }

        /**
         * Makes the plan and nothing else: reads descriptors, loads no class and runs no code of a
         * module, copies nothing.
         *
         * @throws HostException if a settings file cannot be read, or Tenon is not on the module
         *     path
         */
        public Plan plan() {
            var settings = new HostSettings(readSettings());
            return blueprint(settings, Optional.empty()).plan();
        }

        /**
         * Plans, then starts every module; returns when each has started or cannot.
         *
         * @throws HostException if the host itself cannot start: bad settings, a plugin folder that
         *     cannot be read, no work folder, Tenon not on the module path, or the calling thread
         *     was interrupted
         */
        public Host start() {
            var all = readSettings();
            var settings = new HostSettings(all);
            var events = new HostEvents(listeners);
            refuseIfInterrupted();
            URLConnection.setDefaultUseCaches("jar", false);
            var workFolder = openWorkFolder();
            try {
                long begin = System.nanoTime();
                var copies = new PluginCopies(workFolder);
                var blueprint = blueprint(settings, Optional.of(copies));
                events.planned(blueprint.plan(), Duration.ofNanos(System.nanoTime() - begin));
                refuse(blueprint.plan());
                var services = new Services();
                var runtime = new HostRuntime(blueprint, baseLayer(), settings, services, events);
                runtime.start();
                return new Host(blueprint.plan(), all, runtime, services.view("host"), workFolder);
            } catch (IOException e) {
                workFolder.close();
                throw noWorkFolder(workFolder.path(), e);
            } catch (RuntimeException | Error e) {
                workFolder.close();
                throw e;
            }
        }

        /** Reading files would be cut off by the interruption, and seem to fail one by one. */
        private static void refuseIfInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new HostException(
                        Problem.error(
                                HostError.START_INTERRUPTED,
                                "The host has not started.",
                                "The thread that was to start it had been interrupted.",
                                HostError.START_INTERRUPTED.remedy()));
            }
        }

        private Settings readSettings() {
            return SettingsReader.read(settingsFiles, explicit);
        }

        private Blueprint blueprint(HostSettings settings, Optional<PluginCopies> copies) {
            return new Planner(baseLayer())
                    .plan(
                            plugins.isEmpty() ? settings.plugins() : plugins,
                            copies,
                            settings.problems(),
                            settings::problems);
        }

        private static ModuleLayer baseLayer() {
            var layer = Host.class.getModule().getLayer();
            if (layer == null) {
                throw new HostException(
                        Problem.error(
                                HostError.NOT_ON_MODULE_PATH,
                                "The host cannot start.",
                                "Tenon is on the class path, where modules cannot require it.",
                                HostError.NOT_ON_MODULE_PATH.remedy()));
            }
            return layer;
        }

        private WorkFolder openWorkFolder() {
            try {
                return workPath.isPresent()
                        ? WorkFolder.lasting(workPath.get())
                        : WorkFolder.temporary();
            } catch (IOException e) {
                throw noWorkFolder(workPath.orElse(Path.of("")), e);
            }
        }

        private static HostException noWorkFolder(Path folder, IOException e) {
            return new HostException(
                    Problem.error(
                                    HostError.COPY_FAILED,
                                    "The host cannot keep its copies of plugins in "
                                            + folder.toAbsolutePath()
                                            + ".",
                                    Problem.describe(e),
                                    HostError.COPY_FAILED.remedy())
                            .from(e));
        }

        /** What is wrong with the host itself stops it: all of it is told at once. */
        private static void refuse(Plan plan) {
            var errors = plan.hostProblems().stream().filter(Problem::isError).toList();
            if (errors.isEmpty()) {
                return;
            }
            var first = errors.getFirst();
            var text = errors.stream().map(Problem::message).collect(Collectors.joining(" "));
            throw new HostException(
                    Problem.error(first.code(), "The host cannot start.", text, ""));
        }
    }
}
