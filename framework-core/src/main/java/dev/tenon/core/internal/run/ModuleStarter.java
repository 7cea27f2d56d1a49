package dev.tenon.core.internal.run;

import dev.tenon.core.ModulePlugin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostException;
import dev.tenon.core.internal.cdi.Containers;
import dev.tenon.core.internal.observe.FlightEvents.StartEvent;
import dev.tenon.core.internal.plan.Blocking;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.spi.RestingModules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes one module through the two phases of its start. */
final class ModuleStarter {

    private final Layers layers;
    private final Containers containers;
    private final HostSettings settings;
    private final StepRunner steps;

    ModuleStarter(Layers layers, Containers containers, HostSettings settings, StepRunner steps) {
        this.layers = layers;
        this.containers = containers;
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * Phase one: layer, plugin object, beans, register.
     *
     * @param views gives the module of the name its view of the registry
     */
    void register(HostedModule module, Function<String, OwnedServices> views) {
        if (isBlocked(module, HostedModule::hasRegistered)) {
            return;
        }
        try {
            var live = load(module, views);
            if (!module.node().preparations().isEmpty()) {
                run(module, Step.PREPARE, live, () -> Preparations.carryOut(module, live));
            }
            run(module, Step.BEANS, live, () -> startBeans(module, live));
            run(
                    module,
                    Step.REGISTER,
                    live,
                    () -> {
                        live.registerCalled();
                        plugin(live).register(live);
                    });
            module.enter(ModuleState.READY);
        } catch (StepFailure e) {
            fail(module, e);
        }
    }

    /**
     * Makes sure that what is to be made for the module in phase one can be made.
     *
     * @param modules gives the module a layer for this alone
     */
    void rehearse(HostedModule module, RestingModules modules) throws StepFailure {
        if (module.node().preparations().isEmpty()) {
            return;
        }
        try {
            var resting = modules.<java.lang.Module>with(module.name(), m -> m);
            steps.run(
                    module,
                    Step.REHEARSE,
                    limit(module, Step.REHEARSE),
                    resting.getClassLoader(),
                    () -> Preparations.rehearse(module, resting));
        } catch (HostException e) {
            throw StepFailure.of(e.problem());
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
            run(module, Step.START, live, () -> plugin(live).start(live));
            module.enter(ModuleState.STARTED);
        } catch (StepFailure e) {
            fail(module, e);
        }
    }

    private static boolean isBlocked(HostedModule module, Predicate<HostedModule> condition) {
        var blocking = module.firstRequired(condition);
        blocking.ifPresent(other -> {
            var names = new ArrayList<>(List.of(module.name()));
            names.addAll(other.chain());
            module.block(Blocking.problem(names, other.root()), other);
        });
        return blocking.isPresent();
    }

    private LiveModule load(HostedModule module, Function<String, OwnedServices> views)
            throws StepFailure {
        try {
            long begin = System.nanoTime();
            var placed = layers.place(module.node(), module.layersInUse());
            module.addStartTime(since(begin));
            var live =
                    new LiveModule(
                            module.info(),
                            settings.ofModule(module.name(), module.node().settings()),
                            views.apply(module.name()),
                            placed.module(),
                            placed.controller());
            module.live(live);
            run(module, Step.LOAD, live, () -> live.plugin(construct(live)));
            module.beginToTell(plugin(live));
            return live;
        } catch (HostException e) {
            throw StepFailure.of(e.problem());
        }
    }

    /**
     * The type of a provider() method may be of any module; but a layer comes before its parents.
     */
    private static ModulePlugin construct(LiveModule live) {
        var alone = live.controller().isPresent();
        return ServiceLoader.load(live.layer(), ModulePlugin.class).stream()
                .filter(p -> alone || p.type().getModule() == live.module())
                .findFirst()
                .orElseThrow()
                .get();
    }

    private void startBeans(HostedModule module, LiveModule live) throws Exception {
        var container =
                containers.start(
                        live.module(),
                        module.node().reference(),
                        live.controller(),
                        live,
                        live.settingsType());
        container.ifPresent(c -> {
            if (live.adopt(c)) {
                c.offerServices(live.services());
            } else {
                c.close();
            }
        });
    }

    private static ModulePlugin plugin(LiveModule live) {
        return live.plugin().orElseThrow();
    }

    private static void fail(HostedModule module, StepFailure failure) {
        if (failure.isStillRunning()) {
            module.live().ifPresent(LiveModule::hung);
        }
        module.live().ifPresent(live -> live.services().close());
        module.fail(failure.problem());
    }

    private void run(HostedModule module, Step step, LiveModule live, StepRunner.Work work)
            throws StepFailure {
        var event = new StartEvent();
        event.module = module.name();
        event.step = step.label();
        event.begin();
        long begin = System.nanoTime();
        try {
            steps.run(module, step, limit(module, step), live.loader(), work);
            event.succeeded = true;
        } finally {
            module.addStartTime(since(begin));
            event.commit();
        }
    }

    private Duration limit(HostedModule module, Step step) {
        var limit = settings.startTimeout(module.name());
        return step == Step.PREPARE || step == Step.REHEARSE
                ? Preparations.limit(module, limit)
                : limit;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
