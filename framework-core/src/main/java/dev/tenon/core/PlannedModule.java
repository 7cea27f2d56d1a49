package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import java.util.List;

/**
 * One module of a {@link Plan}.
 *
 * @param info what is known of it without running it
 * @param state RESOLVED if it can start, FAILED if it has a problem of its own, BLOCKED if it
 *     requires one that cannot start
 * @param wave how many modules have to start before it, one after the other: modules of one wave
 *     are independent and start at the same time; 0 for those that require no other, -1 for those
 *     that cannot start
 * @param details what framework modules say of it; unmodifiable
 * @param problems what is wrong with it; unmodifiable
 */
public record PlannedModule(
        ModuleInfo info,
        ModuleState state,
        int wave,
        List<PlanDetail> details,
        List<Problem> problems) {

    public PlannedModule {
        requireNonNull(info, "info");
        requireNonNull(state, "state");
        details = List.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** Returns the module's name. */
    public String name() {
        return info.name();
    }
}
