package dev.tenon.core.internal.run;

import java.util.List;
import java.util.Optional;

/**
 * Where a transition has led to.
 *
 * @param released what became of the modules that left, in the order of their stop
 * @param setback why the change has failed, if it has
 */
public record Outcome(List<Released> released, Optional<Setback> setback) {

    public Outcome {
        released = List.copyOf(released);
    }
}
