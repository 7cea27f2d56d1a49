package dev.tenon.crud;

import dev.tenon.core.error.TenonException;
import java.util.List;
import java.util.Optional;

/**
 * What has become of the changes of a bulk. Immutable.
 *
 * @param outcomes one for each change, in their order
 */
public record BulkReport(List<Outcome> outcomes) {

    public BulkReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What has become of one change.
     *
     * @param failure why it was not made; nothing if it was
     */
    public record Outcome(Optional<TenonException> failure) {

        /** Returns whether the change was made. */
        public boolean isDone() {
            return failure.isEmpty();
        }
    }

    /** Returns how many changes were made. */
    public long done() {
        return outcomes.stream().filter(Outcome::isDone).count();
    }
}
