package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleStatus;
import java.util.List;
import java.util.Optional;

/**
 * Where a transition has led to.
 *
 * @param released what became of the modules that left, in the order of their stop
 * @param failure a module that should run and does not
 */
public record Outcome(List<Released> released, Optional<ModuleStatus> failure) {

    public Outcome {
        released = List.copyOf(released);
    }
}
