package dev.tenon.core.host;

import dev.tenon.core.HostListener;
import dev.tenon.core.Inspection;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.Fingerprint;
import dev.tenon.core.internal.content.PluginCopies;
import dev.tenon.core.internal.content.WorkFolder;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.plan.PluginFinder;
import dev.tenon.core.internal.run.HostRuntime;
import dev.tenon.core.internal.run.ModulesAtRest;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.source.SettingSources;
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
import java.util.stream.Stream;

/** Collects what a host is made from. Not safe for use by many threads. */
public final class HostBuilder {

    private final List<Path> plugins = new ArrayList<>();
    private final List<Path> settingsFiles = new ArrayList<>();
    private final Map<String, String> explicit = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final List<HostListener> listeners = new ArrayList<>();
    private Optional<Path> workPath = Optional.empty();

    HostBuilder() {}

    /**
     * Adds places to find plugins in: folders that hold plugins, or plugins themselves. A plugin is
     * a modular jar, an exploded module such as {@code target/classes}, or a folder with a plugin's
     * jar and the jars of its private libraries, these in {@code lib}, or beside it if that folder
     * stands in a folder of plugins. Default: none, or what the setting {@code tenon.plugins}
     * names.
     */
    public HostBuilder plugins(Path... places) {
        return plugins(Arrays.asList(places));
    }

    /** Adds places to find plugins in, see {@link #plugins(Path...)}. */
    public HostBuilder plugins(Collection<Path> places) {
        plugins.addAll(places);
        return this;
    }

    /**
     * Adds a file with settings; a later one is stronger. Its suffix tells its format: {@code
     * .yaml} and {@code .yml}, {@code .conf} and {@code .ini} with sections, anything else Java
     * properties. For each profile in the setting {@code tenon.profile} the file with {@code
     * -PROFILE} before its suffix is read after it, where it exists. Default: none.
     */
    public HostBuilder settingsFile(Path file) {
        settingsFiles.add(file);
        return this;
    }

    /**
     * Gives a setting a value that is weaker than every other source: what the program that embeds
     * the host wants where nobody says otherwise, such as {@code tenon.plugins}.
     */
    public HostBuilder defaultSetting(String name, String value) {
        defaults.put(name, value);
        return this;
    }

    /** Gives a setting a value that is stronger than every other source. */
    public HostBuilder setting(String name, String value) {
        explicit.put(name, value);
        return this;
    }

    /** Adds a listener. */
    public HostBuilder listener(HostListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Names the folder for the private copies of plugins; it is created, readable by its owner
     * alone. If another host holds it, this one takes a temporary folder. Default: a temporary
     * folder that is removed when the host is closed.
     */
    public HostBuilder workFolder(Path folder) {
        workPath = Optional.of(folder);
        return this;
    }

    /**
     * Makes the plan and nothing else: reads descriptors, loads no class and runs no code of a
     * module, copies nothing.
     *
     * @throws HostException if a settings file cannot be read, or Tenon is not on the module path
     */
    public Plan plan() {
        var settings = readSettings();
        return plan(new Planner(baseLayer()), findPlugins(settings), Optional.empty(), settings)
                .plan();
    }

    /**
     * Plans, then starts every module; returns when each has started or cannot.
     *
     * @throws HostException if the host itself cannot start: bad settings, a plugin folder that
     *     cannot be read, no work folder, Tenon not on the module path, or the calling thread was
     *     interrupted
     */
    public Host start() {
        var settings = readSettings();
        var events = new HostEvents(listeners);
        refuseIfInterrupted();
        URLConnection.setDefaultUseCaches("jar", false);
        return inWorkFolder(workFolder -> start(settings, events, workFolder));
    }

    private Host start(HostSettings settings, HostEvents events, WorkFolder workFolder)
            throws IOException {
        long begin = System.nanoTime();
        var copies = new PluginCopies(workFolder);
        var planner = new Planner(baseLayer());
        var watched = new WatchedPlaces(places(settings));
        // Looked at before they are read, so that a change in between is seen as one.
        var seen = settings.isWatching() ? watched.look() : Map.<Path, Fingerprint>of();
        var found = findPlugins(settings);
        var blueprint = plan(planner, found, Optional.of(copies), settings);
        copies.keepOnly(blueprint.copies().values());
        events.planned(blueprint.plan(), Duration.ofNanos(System.nanoTime() - begin));
        refuse(blueprint.plan(), "The host cannot start.");
        var services = new Services();
        var runtime = new HostRuntime(baseLayer(), settings, services, events);
        runtime.start(blueprint);
        var host =
                new Host(
                        settings.all(),
                        runtime,
                        new HostChanges(planner, copies, settings, runtime, found.plugins()),
                        services.view("host"),
                        workFolder);
        if (settings.isWatching()) {
            host.watch(watched, seen, settings.watchInterval());
        }
        return host;
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

    /**
     * Looks at what framework modules keep outside of the process for the plugins, such as the
     * files of databases. Starts nothing, changes nothing, and may be called while a host runs.
     *
     * @throws HostException if settings cannot be read, or Tenon is not on the module path
     */
    public List<Inspection> inspect() {
        var settings = readSettings();
        return new Planner(baseLayer()).inspect(files(findPlugins(settings)), settings);
    }

    /**
     * Plans, starts nothing, and returns what framework modules can do for the modules of the plan
     * while none of them runs, such as migrating their databases. A host may run meanwhile.
     *
     * @throws HostException if the settings of the host are wrong, settings or a plugin folder
     *     cannot be read, no work folder can be made, or Tenon is not on the module path
     */
    public HostTools tools() {
        var settings = readSettings();
        return inWorkFolder(workFolder -> {
            var blueprint =
                    plan(
                            new Planner(baseLayer()),
                            findPlugins(settings),
                            Optional.of(new PluginCopies(workFolder)),
                            settings);
            refuse(blueprint.plan(), "Nothing can be done with the modules.");
            return new HostTools(blueprint, new ModulesAtRest(baseLayer(), blueprint), workFolder);
        });
    }

    /** What is made in a work folder, and closes it when it is closed itself. */
    @FunctionalInterface
    private interface InWorkFolder<T> {
        T make(WorkFolder folder) throws IOException;
    }

    private <T> T inWorkFolder(InWorkFolder<T> maker) {
        var workFolder = openWorkFolder();
        try {
            return maker.make(workFolder);
        } catch (IOException e) {
            workFolder.close();
            throw noWorkFolder(workFolder.path(), e);
        } catch (RuntimeException | Error e) {
            workFolder.close();
            throw e;
        }
    }

    private static Blueprint plan(
            Planner planner,
            PluginFinder.Found found,
            Optional<PluginCopies> copies,
            HostSettings settings) {
        return planner.plan(files(found), copies, hostProblems(settings, found), settings);
    }

    private HostSettings readSettings() {
        return new HostSettings(SettingSources.read(settingsFiles, explicit, defaults));
    }

    private PluginFinder.Found findPlugins(HostSettings settings) {
        return PluginFinder.find(places(settings));
    }

    private static List<PluginFile> files(PluginFinder.Found found) {
        return found.plugins().stream().map(PluginFile::of).toList();
    }

    private List<Path> places(HostSettings settings) {
        return plugins.isEmpty() ? settings.plugins() : plugins;
    }

    private static List<Problem> hostProblems(HostSettings settings, PluginFinder.Found found) {
        return Stream.concat(settings.problems().stream(), found.problems().stream()).toList();
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
    private static void refuse(Plan plan, String fact) {
        var errors = plan.hostProblems().stream().filter(Problem::isError).toList();
        if (errors.isEmpty()) {
            return;
        }
        var first = errors.getFirst();
        var text = errors.stream().map(Problem::message).collect(Collectors.joining(" "));
        throw new HostException(Problem.error(first.code(), fact, text, ""));
    }
}
