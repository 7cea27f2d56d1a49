package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A module and where it stands at one moment.
 *
 * @param info what is known of it without running it
 * @param state where it stands
 * @param problems what is wrong with it: at least one error if it is FAILED or BLOCKED, warnings in
 *     any state; unmodifiable
 * @param startTime how long its start has taken: layer, beans, register and start, without waiting
 *     for others; zero before
 */
public record ModuleStatus(
        ModuleInfo info, ModuleState state, List<Problem> problems, Duration startTime) {

    public ModuleStatus {
        requireNonNull(info, "info");
        requireNonNull(state, "state");
        problems = List.copyOf(problems);
        requireNonNull(startTime, "startTime");
    }

    /** Returns the module's name. */
    public String name() {
        return info.name();
    }

    /** Returns the first error, if there is one. */
    public Optional<Problem> error() {
        return problems.stream().filter(Problem::isError).findFirst();
    }
}
