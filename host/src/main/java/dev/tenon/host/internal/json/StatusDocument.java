package dev.tenon.host.internal.json;

import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon run --json} prints.
 *
 * @param started whether every module has started
 * @param modules the modules in start order, those that could not start last
 * @param hostProblems why the host itself has not started; empty if it has
 */
public record StatusDocument(
        boolean started, List<Status> modules, List<ProblemDocument> hostProblems) {

    /**
     * One module.
     *
     * @param name the module name
     * @param version the version, or null
     * @param state a constant of {@link ModuleState}
     * @param startMillis how long its own start took, in milliseconds; 0 if it did not begin
     * @param problems what is wrong with it
     */
    public record Status(
            String name,
            Optional<String> version,
            String state,
            long startMillis,
            List<ProblemDocument> problems) {

        private static Status of(ModuleStatus module) {
            return new Status(
                    module.name(),
                    module.info().version(),
                    module.state().name(),
                    module.startTime().toMillis(),
                    ProblemDocument.of(module.problems()));
        }
    }

    /** Returns the document for the given modules. */
    public static StatusDocument of(List<ModuleStatus> modules) {
        return new StatusDocument(
                modules.stream().allMatch(m -> m.state() == ModuleState.STARTED),
                modules.stream().map(Status::of).toList(),
                List.of());
    }

    /** Returns the document for a host that could not start. */
    public static StatusDocument notStarted(List<Problem> problems) {
        return new StatusDocument(false, List.of(), ProblemDocument.of(problems));
    }
}
