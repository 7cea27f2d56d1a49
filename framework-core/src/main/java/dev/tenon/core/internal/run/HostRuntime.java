package dev.tenon.core.internal.run;

import dev.tenon.core.DataOutcome;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleRelease;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.cdi.Containers;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * The modules of a running host: starts them as planned, changes them while they run, and stops
 * them in reverse order. One change at a time; the state may be read at any time.
 */
public final class HostRuntime implements AutoCloseable {

    /** The modules of one moment, in start order, with the plan they come from. */
    private record Hosted(Blueprint blueprint, List<HostedModule> modules) {}

    /**
     * What keeps a module from being started by a change.
     *
     * @param problem why
     */
    public record Refusal(ModuleInfo module, Problem problem) {}

    private final ModuleLayer base;
    private final HostEvents events;
    private final Services services;
    private final StepRunner steps;
    private final ModuleStarter starter;
    private final ModuleStopper stopper;
    private volatile Hosted hosted;
    private boolean closed;

    /**
     * @param base the layer of the host itself
     */
    public HostRuntime(
            ModuleLayer base, HostSettings settings, Services services, HostEvents events) {
        this.base = base;
        this.events = events;
        this.services = services;
        this.steps = new StepRunner(settings.parallelism(), events);
        this.starter = new ModuleStarter(new Layers(base), new Containers(base), settings, steps);
        this.stopper = new ModuleStopper(settings, steps);
        this.hosted = new Hosted(Blueprint.empty(), List.of());
    }

    /**
     * Starts the modules; returns when each has started or cannot.
     *
     * @throws HostException {@code HOST-RUN-009} if the calling thread was interrupted; everything
     *     has been stopped then, and the thread is still interrupted
     */
    public synchronized void start(Blueprint blueprint) {
        long begin = System.nanoTime();
        var transition = transition(blueprint, _ -> false);
        hosted = new Hosted(blueprint, transition.after());
        try {
            bringUp(transition.after());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new HostException(
                    Problem.error(
                                    HostError.START_INTERRUPTED,
                                    "The host has not started.",
                                    "The thread that started it was interrupted.",
                                    HostError.START_INTERRUPTED.remedy())
                            .from(e));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        events.ready(statuses(), since(begin));
    }

    /** Returns the blueprint of the modules that run. */
    public Blueprint blueprint() {
        return hosted.blueprint;
    }

    /**
     * Returns the way from the modules that run to those of the given blueprint; changes nothing.
     *
     * @param isNamed whether somebody asked for a change of the module
     */
    public synchronized Transition transition(Blueprint next, Predicate<ModuleInfo> isNamed) {
        return Transition.between(hosted.blueprint, hosted.modules, next, isNamed, events);
    }

    /**
     * Returns what becomes of the data of modules that go; changes nothing.
     *
     * @param wanted what is wanted of the data of each of them, by its name
     * @throws HostException {@code HOST-MOD-007} if that cannot be
     */
    public synchronized Disposals disposals(Transition transition, Map<String, ModuleData> wanted) {
        return Disposals.of(wanted, hosted.modules, transition.after(), events::warn);
    }

    /** Returns whether this thread is inside a step of a module, for which the host waits. */
    public boolean isInStep() {
        return steps.isInStep();
    }

    /**
     * Makes sure, before anything stops, that what framework modules make for arriving modules can
     * be made.
     *
     * @param isNew whether the module comes with another content
     * @return why a module could not be started, if that has turned out
     */
    public synchronized Optional<Refusal> rehearse(
            Transition transition, Predicate<ModuleInfo> isNew) {
        var resting = new ModulesAtRest(base, transition.next());
        for (HostedModule module : transition.arriving()) {
            if (isNew.test(module.info())) {
                try {
                    starter.rehearse(module, resting);
                } catch (StepFailure e) {
                    return Optional.of(new Refusal(module.info(), e.problem()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Goes the way: stops what leaves, archives data where that is wanted, then starts what
     * arrives.
     *
     * @param expected the names of the modules that are to run in the end
     */
    public synchronized Outcome apply(
            Transition transition, Set<String> expected, Disposals disposals) {
        var releases = release(transition.leaving(), List.of());
        hosted = new Hosted(transition.next(), transition.after());
        uninterruptibly(Phases.forward(disposals.modules(), m -> disposals.archive(m, steps)));
        var setback = disposals.setback();
        if (setback.isPresent()) {
            return new Outcome(releases, setback);
        }
        uninterruptibly(
                Phases.forward(transition.arriving(), m -> starter.register(m, services::view)));
        uninterruptibly(Phases.forward(transition.arriving(), starter::start));
        release(notStarted(transition.arriving()), List.of());
        return new Outcome(releases, firstDown(hosted, expected).map(Setback::down));
    }

    /**
     * Goes the way with overlap: starts what arrives while what leaves still serves, hands the
     * services over in one go, then stops what leaves. If a module that is to run does not, what
     * has arrived is released, and nothing has changed.
     *
     * @param expected the names of the modules that are to run in the end
     */
    public synchronized Outcome overlap(Transition transition, Set<String> expected) {
        var arriving = transition.arriving();
        var leaving = transition.leaving();
        var handover =
                services.handover(
                        leaving.stream()
                                .flatMap(m -> m.live().stream())
                                .map(LiveModule::services)
                                .toList());
        try {
            uninterruptibly(Phases.forward(arriving, m -> starter.register(m, handover::view)));
            uninterruptibly(Phases.forward(arriving, starter::start));
            var next = new Hosted(transition.next(), transition.after());
            var failure = firstDown(next, expected);
            if (failure.isPresent()) {
                release(arriving, leaving);
                return new Outcome(List.of(), failure.map(Setback::down));
            }
            release(notStarted(arriving), leaving);
            hosted = next;
            handover.complete();
            return new Outcome(release(leaving, arriving), Optional.empty());
        } finally {
            handover.abandon();
        }
    }

    /** Goes back to a blueprint from before a change that has failed. */
    public synchronized void takeBack(Blueprint before) {
        events.takingBack();
        apply(transition(before, _ -> false), Set.of(), Disposals.none());
    }

    /** Removes the archives of data that stay, because the change has failed. */
    public synchronized void discard(Disposals disposals) {
        uninterruptibly(Phases.forward(disposals.modules(), m -> disposals.discard(m, steps)));
    }

    /**
     * Drops data, after which there is no way back.
     *
     * @return what became of all data of the modules that have gone
     */
    public synchronized List<DataOutcome> drop(Disposals disposals) {
        uninterruptibly(Phases.forward(disposals.modules(), m -> disposals.drop(m, steps)));
        return disposals.outcomes();
    }

    /** Says that a change is over. */
    public void changeEnded() {
        events.changeEnded();
    }

    /**
     * Waits until the class loaders of what was released are collected; warns of those that are
     * not.
     *
     * @param limit how long to wait at most for all of them together
     */
    public List<ModuleRelease> report(List<Released> released, Duration limit) {
        var reports = Released.report(released, limit);
        reports.forEach(r -> r.problem().ifPresent(events::warn));
        return reports;
    }

    /** Makes the starts of a change that is under way fail soon, and all later ones. */
    public void abortStarts() {
        steps.abortStarts();
    }

    /** Returns the modules as they stand, in the order of the plan. */
    public List<ModuleStatus> statuses() {
        return statuses(hosted);
    }

    private static List<ModuleStatus> statuses(Hosted now) {
        Map<String, HostedModule> byName = new HashMap<>();
        now.modules.forEach(m -> byName.put(m.name(), m));
        return now.blueprint.plan().modules().stream()
                .map(p -> {
                    var module = byName.get(p.name());
                    return module == null || p.state() != ModuleState.RESOLVED
                            ? new ModuleStatus(p.info(), p.state(), p.problems(), Duration.ZERO)
                            : module.status();
                })
                .toList();
    }

    /** Stops the modules in reverse order, each within its limits. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        long begin = System.nanoTime();
        uninterruptibly(Phases.backward(hosted.modules, this::release));
        events.closed(statuses(), since(begin));
    }

    private void bringUp(List<HostedModule> modules) throws InterruptedException {
        await(Phases.forward(modules, m -> starter.register(m, services::view)));
        await(Phases.forward(modules, starter::start));
        await(Phases.backward(notStarted(modules), this::release));
    }

    /** Releases modules, those first that require others, while others may run on beside them. */
    private List<Released> release(List<HostedModule> modules, List<HostedModule> beside) {
        var releases = new ConcurrentLinkedQueue<Released>();
        uninterruptibly(
                Phases.backward(modules, m -> stopper.release(m, beside).ifPresent(releases::add)));
        return List.copyOf(releases);
    }

    private void release(HostedModule module) {
        stopper.release(module, List.of());
    }

    private static List<HostedModule> notStarted(List<HostedModule> modules) {
        return modules.stream().filter(m -> m.state() != ModuleState.STARTED).toList();
    }

    private static Optional<ModuleStatus> firstDown(Hosted now, Set<String> expected) {
        return statuses(now).stream()
                .filter(m -> expected.contains(m.name()) && m.state() != ModuleState.STARTED)
                .findFirst();
    }

    private void await(CompletableFuture<Void> phase) throws InterruptedException {
        try {
            Phases.await(phase);
        } catch (InterruptedException e) {
            steps.abortStarts();
            phase.join();
            throw e;
        }
    }

    /** Each step has its limit: the phase comes to its end without being cut off. */
    private static void uninterruptibly(CompletableFuture<Void> phase) {
        var interrupted = Thread.interrupted();
        while (true) {
            try {
                Phases.await(phase);
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
