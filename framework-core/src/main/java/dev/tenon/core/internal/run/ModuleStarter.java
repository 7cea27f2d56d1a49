package dev.tenon.core.internal.run;

import dev.tenon.core.ModulePlugin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.cdi.Containers;
import dev.tenon.core.internal.observe.FlightEvents.StartEvent;
import dev.tenon.core.internal.plan.Blocking;
import dev.tenon.core.internal.service.Services;
import dev.tenon.core.internal.settings.HostSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Takes one module through the two phases of its start. */
final class ModuleStarter {

    private final Layers layers;
    private final Containers containers;
    private final Services services;
    private final HostSettings settings;
    private final StepRunner steps;

    ModuleStarter(
            Layers layers,
            Containers containers,
            Services services,
            HostSettings settings,
            StepRunner steps) {
        this.layers = layers;
        this.containers = containers;
        this.services = services;
        this.settings = settings;
        this.steps = steps;
    }

    /** Phase one: layer, plugin object, beans, register. */
    void register(HostedModule module) {
        if (isBlocked(module, m -> m.state() == ModuleState.READY)) {
            return;
        }
        try {
            var live = timed(module, () -> load(module));
            timed(module, Step.BEANS, live, () -> startBeans(module, live));
            live.registerCalled();
            timed(module, Step.REGISTER, live, () -> plugin(live).register(live));
            module.enter(ModuleState.READY);
        } catch (StepFailure e) {
            fail(module, e);
        }
    }

    /** Phase two: start. */
    void start(HostedModule module) {
        if (module.state() != ModuleState.READY
                || isBlocked(module, m -> m.state() == ModuleState.STARTED)) {
            return;
        }
        var live = module.live().orElseThrow();
        try {
            timed(module, Step.START, live, () -> plugin(live).start(live));
            module.enter(ModuleState.STARTED);
        } catch (StepFailure e) {
            fail(module, e);
        }
    }

    private static boolean isBlocked(HostedModule module, Predicate<HostedModule> condition) {
        var blocking = module.firstRequired(condition);
        blocking.ifPresent(other -> {
            var chain = other.chain();
            var names = new ArrayList<>(List.of(module.name()));
            names.addAll(chain);
            var root =
                    other.status()
                            .error()
                            .map(p -> p.code().code())
                            .orElse(other.state().toString());
            module.block(Blocking.problem(names, root), chain);
        });
        return blocking.isPresent();
    }

    private LiveModule load(HostedModule module) throws StepFailure {
        try {
            var placed = layers.place(module);
            var live =
                    new LiveModule(
                            module.info(),
                            settings.ofModule(module.name()),
                            services.view(module.name()),
                            placed.module(),
                            placed.controller());
            module.live(live);
            run(module, Step.LOAD, live, () -> live.plugin(construct(live)));
            return live;
        } catch (HostException e) {
            throw StepFailure.threw(module.name(), Step.LOAD, e);
        }
    }

    private static ModulePlugin construct(LiveModule live) {
        return ServiceLoader.load(live.layer(), ModulePlugin.class).stream()
                .filter(p -> p.type().getModule() == live.module())
                .findFirst()
                .orElseThrow()
                .get();
    }

    private void startBeans(HostedModule module, LiveModule live) throws Exception {
        var container =
                containers.start(live.module(), module.node().reference(), live.controller(), live);
        container.ifPresent(c -> {
            live.container(c);
            c.offerServices(live.services());
        });
    }

    private static ModulePlugin plugin(LiveModule live) {
        return live.plugin().orElseThrow();
    }

    private static void fail(HostedModule module, StepFailure failure) {
        if (failure.isStillRunning()) {
            module.live().ifPresent(LiveModule::hung);
        }
        module.fail(failure.problem());
    }

    private void timed(HostedModule module, Step step, LiveModule live, StepRunner.Work work)
            throws StepFailure {
        timed(
                module,
                () -> {
                    run(module, step, live, work);
                    return live;
                });
    }

    private void run(HostedModule module, Step step, LiveModule live, StepRunner.Work work)
            throws StepFailure {
        var event = new StartEvent();
        event.module = module.name();
        event.step = step.label();
        event.begin();
        try {
            steps.run(module, step, settings.startTimeout(module.name()), live.loader(), work);
            event.succeeded = true;
        } finally {
            event.commit();
        }
    }

    /** Part of a start that takes time. */
    private interface Part {
        LiveModule run() throws StepFailure;
    }

    private static LiveModule timed(HostedModule module, Part part) throws StepFailure {
        long begin = System.nanoTime();
        try {
            return part.run();
        } finally {
            module.addStartTime(Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
