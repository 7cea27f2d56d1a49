package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleState;
import dev.tenon.core.internal.observe.FlightEvents.StopEvent;
import dev.tenon.core.internal.settings.HostSettings;

/** Stops one module and releases what of it is alive. */
final class ModuleStopper {

    private final HostSettings settings;
    private final StepRunner steps;

    ModuleStopper(HostSettings settings, StepRunner steps) {
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * Calls stop if it is owed, withdraws the services, closes the beans, and lets go of the layer.
     * A module that has failed or is blocked stays so.
     */
    void release(HostedModule module) {
        module.live()
                .ifPresent(live -> {
                    if (live.isStopOwed()) {
                        live.plugin()
                                .ifPresent(p -> run(module, Step.STOP, live, () -> p.stop(live)));
                    }
                    live.services().close();
                    live.container().ifPresent(c -> run(module, Step.CLOSE, live, c::close));
                    module.live(null);
                });
        var state = module.state();
        if (state == ModuleState.READY || state == ModuleState.STARTED) {
            module.enter(ModuleState.STOPPED);
        }
    }

    private void run(HostedModule module, Step step, LiveModule live, StepRunner.Work work) {
        var event = new StopEvent();
        event.module = module.name();
        event.step = step.label();
        event.begin();
        try {
            steps.run(module, step, settings.stopTimeout(module.name()), live.loader(), work);
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
