package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.observe.FlightEvents.StopEvent;
import dev.tenon.core.internal.release.JdbcDrivers;
import dev.tenon.core.internal.release.Remains;
import dev.tenon.core.internal.settings.HostSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stops one module and releases what of it is alive. */
final class ModuleStopper {

    private static final ClassLoader HOST_LOADER = ModuleStopper.class.getClassLoader();

    private final HostSettings settings;
    private final StepRunner steps;

    ModuleStopper(HostSettings settings, StepRunner steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * Withdraws the services, waits for calls of others that are under way, calls stop if it is
     * owed, closes the beans, and lets go of the layer. A module that has failed or is blocked
     * stays so.
     *
     * @param beside modules that may have the same names and run on
     * @return what became of a plugin; nothing if nothing of it was alive
     */
    Optional<Released> release(HostedModule module, Collection<HostedModule> beside) {
        var layers =
                beside.stream().flatMap(m -> m.live().stream()).map(LiveModule::layer).toList();
        var released = module.live().flatMap(live -> release(module, live, layers));
        module.live(null);
        var state = module.state();
        if (state == ModuleState.READY || state == ModuleState.STARTED) {
            module.enter(ModuleState.STOPPED);
        }
        return released;
    }

    private Optional<Released> release(
            HostedModule module, LiveModule live, List<ModuleLayer> beside) {
        var counts = live.services().counts();
        live.services().close();
        var interrupted = live.services().drain(settings.stopTimeout(module.name()));
        if (interrupted > 0) {
            module.complain(interrupted(module, interrupted));
        }
        if (live.isStopOwed()) {
            live.plugin().ifPresent(p -> run(module, Step.STOP, live, () -> p.stop(live)));
        }
        live.plugin().ifPresent(module::endToTell);
        live.release();
        live.container().ifPresent(c -> run(module, Step.CLOSE, live, c::close));
        if (live.hasProvisions()) {
            run(module, Step.GIVE_BACK, live, live::closeProvisions);
        }
        return live.controller()
                .map(controller ->
                        new Released(
                                module.info(),
                                counts,
                                interrupted,
                                Remains.of(
                                        controller.layer(),
                                        live.loader(),
                                        HOST_LOADER,
                                        beside,
                                        drivers(module, live, controller))));
    }

    /** Deregisters the drivers of the module and returns the names of their classes. */
    private List<String> drivers(
            HostedModule module, LiveModule live, ModuleLayer.Controller controller) {
        var drivers = new JdbcDrivers(live.module(), controller);
        var names = new CopyOnWriteArrayList<String>();
        try {
            if (drivers.mayExist()) {
                run(module, Step.RELEASE, HOST_LOADER, () -> names.addAll(drivers.deregister()));
            }
        } catch (IOException e) {
            module.complain(StepFailure.threw(module.name(), Step.RELEASE, e).problem());
        }
        return names;
    }

    private Problem interrupted(HostedModule module, int calls) {
        return Problem.warning(
                HostError.SERVICE_GONE,
                calls + " calls of services of the module " + module.name() + " were interrupted.",
                "They were still under way "
                        + Durations.text(settings.stopTimeout(module.name()))
                        + " after the module began to stop.",
                "Look at what took so long, or raise tenon.module."
                        + module.name()
                        + ".stop-timeout.");
    }

    private void run(HostedModule module, Step step, LiveModule live, StepRunner.Work work) {
        run(module, step, live.loader(), work);
    }

    private void run(HostedModule module, Step step, ClassLoader context, StepRunner.Work work) {
        var event = new StopEvent();
        event.module = module.name();
        event.step = step.label();
        event.begin();
        try {
            steps.run(module, step, settings.stopTimeout(module.name()), context, work);
            event.succeeded = true;
        } catch (StepFailure e) {
            // The stop goes on: the other modules and the rest of this one still have to be
            // released.
            module.complain(e.problem());
        } finally {
            event.commit();
        }
    }
}
