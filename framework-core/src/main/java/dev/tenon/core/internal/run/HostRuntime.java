package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.Plan;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.cdi.Containers;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.ModuleNode;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The modules of a running host: starts them as planned, and stops them in reverse order. */
public final class HostRuntime implements AutoCloseable {

    private final Plan plan;
    private final List<HostedModule> modules = new ArrayList<>();
    private final HostEvents events;
    private final StepRunner steps;
    private final ModuleStarter starter;
    private final ModuleStopper stopper;
    private boolean closed;

    /**
     * @param base the layer of the host itself
     */
    public HostRuntime(
            Blueprint blueprint,
            ModuleLayer base,
            HostSettings settings,
            Services services,
            HostEvents events) {
        this.plan = blueprint.plan();
        this.events = events;
        this.steps = new StepRunner(settings.parallelism(), events);
        this.starter =
                new ModuleStarter(
                        new Layers(base), new Containers(base), services, settings, steps);
        this.stopper = new ModuleStopper(settings, steps);
        host(blueprint.startable());
    }

    /**
     * Starts the modules; returns when each has started or cannot.
     *
     * @throws HostException {@code HOST-RUN-009} if the calling thread was interrupted; everything
     *     has been stopped then, and the thread is still interrupted
     */
    public void start() {
        long begin = System.nanoTime();
        try {
            await(Phases.forward(modules, starter::register));
            await(Phases.forward(modules, starter::start));
            await(Phases.backward(modules, this::releaseUnlessStarted));
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

    /** Returns the modules as they stand, in the order of the plan. */
    public List<ModuleStatus> statuses() {
        Map<String, HostedModule> hosted = new HashMap<>();
        modules.forEach(m -> hosted.put(m.name(), m));
        return plan.modules().stream()
                .map(p -> {
                    var module = hosted.get(p.name());
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
        var interrupted = Thread.interrupted();
        var stop = Phases.backward(modules, stopper::release);
        while (true) {
            try {
                Phases.await(stop);
                break;
            } catch (InterruptedException _) {
                // Each step has its limit: the stop comes to its end without being cut off.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        events.closed(statuses(), since(begin));
    }

    private void host(List<ModuleNode> startable) {
        Map<ModuleNode, HostedModule> made = new HashMap<>();
        Map<String, List<Problem>> warnings = new HashMap<>();
        for (PlannedModule planned : plan.modules()) {
            warnings.putIfAbsent(planned.name(), planned.problems());
        }
        for (ModuleNode node : startable) {
            var module =
                    new HostedModule(
                            node,
                            warnings.getOrDefault(node.name(), List.of()),
                            hosted(node.requires(), made),
                            hosted(node.optional(), made),
                            events);
            made.put(node, module);
            modules.add(module);
        }
    }

    private static List<HostedModule> hosted(
            List<ModuleNode> nodes, Map<ModuleNode, HostedModule> made) {
        return nodes.stream().map(made::get).toList();
    }

    /** What did not start is released after those that require it. */
    private void releaseUnlessStarted(HostedModule module) {
        if (module.state() != ModuleState.STARTED) {
            stopper.release(module);
        }
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

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
