package dev.tenon.core.host;

import dev.tenon.core.ChangeEffect;
import dev.tenon.core.ChangeEffect.Kind;
import dev.tenon.core.ChangePlan;
import dev.tenon.core.ChangeReport;
import dev.tenon.core.DataOutcome;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.content.PluginCopies;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.Planner;
import dev.tenon.core.internal.plan.PluginFile;
import dev.tenon.core.internal.run.Disposals;
import dev.tenon.core.internal.run.HostRuntime;
import dev.tenon.core.internal.run.Released;
import dev.tenon.core.internal.run.Setback;
import dev.tenon.core.internal.run.Transition;
import dev.tenon.core.internal.settings.HostSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans and makes the changes of a running host, one at a time. */
final class HostChanges {

    /** How long to wait for the class loaders of what is gone. */
    private static final Duration COLLECTION_LIMIT = Duration.ofSeconds(5);

    private final Planner planner;
    private final PluginCopies copies;
    private final HostSettings settings;
    private final HostRuntime runtime;

    /** The files of the plugins that the host has now. */
    private Set<Path> files;

    private volatile boolean closing;

    /** A change that may be made. */
    private record Prepared(
            Set<Path> files, Transition transition, Disposals disposals, ChangePlan plan) {}

    /** A change that was made. */
    private record Made(
            ChangePlan plan,
            List<Released> released,
            List<ModuleStatus> modules,
            List<DataOutcome> data) {}

    HostChanges(
            Planner planner,
            PluginCopies copies,
            HostSettings settings,
            HostRuntime runtime,
            Collection<Path> files) {
        this.planner = planner;
        this.copies = copies;
        this.settings = settings;
        this.runtime = runtime;
        this.files = new LinkedHashSet<>(files);
    }

    String identify(Path plugin) {
        return planner.identify(plugin).orElseThrow().name();
    }

    synchronized ChangePlan plan(HostChange change) {
        return prepare(change).plan;
    }

    ChangeReport apply(HostChange change) {
        var made = make(change);
        return new ChangeReport(
                made.plan,
                runtime.report(made.released, COLLECTION_LIMIT),
                made.modules,
                made.data);
    }

    /**
     * Makes a change that is under way end soon, because the host is being closed; it is not taken
     * back.
     */
    void giveUp() {
        closing = true;
        runtime.abortStarts();
    }

    /** Stops the modules; waits for a change that is under way. */
    synchronized void close() {
        runtime.close();
    }

    private synchronized Made make(HostChange change) {
        var prepared = prepare(change);
        var started = names(runtime.statuses(), ModuleState.STARTED);
        var expected = expected(change, prepared.plan, started);
        if (!change.overlaps()) {
            rehearse(prepared);
        }
        try {
            return make(change, prepared, started, expected);
        } finally {
            runtime.changeEnded();
        }
    }

    private Made make(
            HostChange change, Prepared prepared, Set<String> started, Set<String> expected) {
        var before = runtime.blueprint();
        var outcome =
                change.overlaps()
                        ? runtime.overlap(prepared.transition, expected)
                        : runtime.apply(prepared.transition, expected, prepared.disposals);
        if (outcome.setback().isPresent()) {
            throw failed(change, prepared, before, started, outcome.setback().get());
        }
        files = prepared.files;
        copies.keepOnly(runtime.blueprint().copies().values());
        var data = runtime.drop(prepared.disposals);
        return new Made(prepared.plan, outcome.released(), runtime.statuses(), data);
    }

    /** Takes a change back that has failed, unless the host is being closed. */
    private HostException failed(
            HostChange change,
            Prepared prepared,
            Blueprint before,
            Set<String> started,
            Setback setback) {
        runtime.discard(prepared.disposals);
        if (closing) {
            return new HostException(ChangeProblems.givenUp(setback), setback.module());
        }
        if (!change.overlaps()) {
            runtime.takeBack(before);
        }
        copies.keepOnly(before.copies().values());
        return new HostException(
                ChangeProblems.takenBack(setback, lost(started)), setback.module());
    }

    private void rehearse(Prepared prepared) {
        var news =
                prepared.plan.effects().stream()
                        .filter(e -> e.kind() == Kind.INSTALL || e.kind() == Kind.UPGRADE)
                        .map(e -> e.module().name())
                        .collect(Collectors.toSet());
        runtime.rehearse(prepared.transition, module -> news.contains(module.name()))
                .ifPresent(refusal -> {
                    throw ChangeProblems.refused(
                            refusal.module().name(), List.of(refusal.problem()));
                });
    }

    private Prepared prepare(HostChange change) {
        if (closing) {
            throw new IllegalStateException("The host is closed: its modules cannot be changed.");
        }
        var next = files(change);
        var blueprint = blueprint(next, change.files().keySet());
        for (PlannedModule module : blueprint.plan().modules()) {
            if (module.state() != ModuleState.RESOLVED
                    && (change.names(module.info()) || isLost(module.info()))) {
                throw ChangeProblems.refused(module.name(), module.problems());
            }
        }
        var transition = runtime.transition(blueprint, change::names);
        var disposals = disposals(change, transition);
        var plan = transition.plan(change.overlaps(), disposals);
        var dependents = plan.dependents();
        if (!dependents.isEmpty() && !change.restartsDependents()) {
            throw new HostException(ChangeProblems.dependentsStop(dependents));
        }
        plan.effects().stream()
                .filter(e -> e.kind() == Kind.STOP)
                .filter(e -> !requiresAny(e.module(), change.uninstalled().keySet()))
                .flatMap(e -> planned(blueprint, e.module().name()).stream())
                .findFirst()
                .ifPresent(module -> {
                    throw ChangeProblems.refused(module.name(), module.problems());
                });
        return new Prepared(next, transition, disposals, plan);
    }

    private Disposals disposals(HostChange change, Transition transition) {
        var uninstalled = change.uninstalled();
        if (change.overlaps()) {
            uninstalled.forEach((module, data) -> {
                if (!data.equals(ModuleData.KEEP)) {
                    throw Disposals.refused(
                            module,
                            data,
                            "With overlap the module stops when the change cannot be taken back any"
                                    + " more. Make the change without overlap.");
                }
            });
        }
        return runtime.disposals(transition, uninstalled);
    }

    /** Whether what runs from the file cannot be read any more, so that its module is not known. */
    private boolean isLost(ModuleInfo planned) {
        return runtime.statuses().stream()
                .map(ModuleStatus::info)
                .filter(m -> m.location().isPresent())
                .anyMatch(m ->
                        m.location().equals(planned.location())
                                && !m.name().equals(planned.name()));
    }

    /** Whether the running module requires one of those named, directly or through others. */
    private boolean requiresAny(ModuleInfo module, Set<String> names) {
        return module.requires().stream()
                .anyMatch(required ->
                        names.contains(required)
                                || runtime.statuses().stream()
                                        .map(ModuleStatus::info)
                                        .filter(m -> m.name().equals(required))
                                        .anyMatch(m -> requiresAny(m, names)));
    }

    /** Plans the files that the change names as they are now, and the others as they run. */
    private Blueprint blueprint(Set<Path> plugins, Set<Path> named) {
        var running = runtime.blueprint().copies();
        return planner.plan(
                plugins.stream()
                        .map(file ->
                                new PluginFile(
                                        file,
                                        named.contains(file)
                                                ? Optional.empty()
                                                : Optional.ofNullable(running.get(file))))
                        .toList(),
                Optional.of(copies),
                List.of(),
                settings);
    }

    /** Returns the files after the change. */
    private Set<Path> files(HostChange change) {
        var locations = new LinkedHashMap<String, Path>();
        for (ModuleStatus module : runtime.statuses()) {
            module.info().location().ifPresent(path -> locations.put(module.name(), path));
        }
        var next = new LinkedHashSet<>(files);
        var free = change.uninstalled().keySet();
        for (String name : free) {
            next.remove(existing(name, locations));
        }
        change.files()
                .forEach((file, kind) -> {
                    var name = identify(file);
                    if (kind == Kind.UPGRADE) {
                        next.remove(existing(name, locations));
                    } else if (locations.containsKey(name) && !free.contains(name)) {
                        throw new HostException(
                                ChangeProblems.installed(name, locations.get(name)), name);
                    }
                    next.add(file);
                });
        return next;
    }

    private static Path existing(String name, Map<String, Path> locations) {
        var location = locations.get(name);
        if (location == null) {
            throw new HostException(ChangeProblems.notThere(name, locations.keySet()), name);
        }
        return location;
    }

    /** Returns the names of the modules without whose start the change has failed. */
    private static Set<String> expected(HostChange change, ChangePlan plan, Set<String> started) {
        return plan.effects().stream()
                .filter(e -> isExpectedToStart(e, started) || isRetried(e, change))
                .map(e -> e.module().name())
                .collect(Collectors.toSet());
    }

    private static boolean isExpectedToStart(ChangeEffect effect, Set<String> started) {
        return switch (effect.kind()) {
            case INSTALL, UPGRADE -> true;
            case RESTART, START -> started.contains(effect.module().name());
            case UNINSTALL, STOP -> false;
        };
    }

    /** A module that had failed, and that the change names, is to start now. */
    private static boolean isRetried(ChangeEffect effect, HostChange change) {
        return effect.kind() == Kind.START && change.names(effect.module());
    }

    private static Set<String> names(List<ModuleStatus> modules, ModuleState state) {
        return modules.stream()
                .filter(m -> m.state() == state)
                .map(ModuleStatus::name)
                .collect(Collectors.toSet());
    }

    private static Optional<PlannedModule> planned(Blueprint blueprint, String name) {
        return blueprint.plan().modules().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** Returns those of the given modules that do not run any more. */
    private List<ModuleStatus> lost(Set<String> started) {
        return runtime.statuses().stream()
                .filter(m -> started.contains(m.name()))
                .filter(m -> m.state() != ModuleState.STARTED)
                .toList();
    }
}
