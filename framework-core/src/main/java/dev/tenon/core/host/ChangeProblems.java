package dev.tenon.core.host;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.run.Setback;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a change, in words. */
final class ChangeProblems {

    private ChangeProblems() {}

    static Problem notThere(String name, Collection<String> plugins) {
        return Problem.error(
                HostError.MODULE_NOT_FOUND,
                "There is no plugin " + name + ".",
                plugins.isEmpty()
                        ? "The host has no plugins."
                        : "The plugins are " + String.join(", ", plugins) + ".",
                HostError.MODULE_NOT_FOUND.remedy());
    }

    static HostException refused(String module, List<Problem> problems) {
        return new HostException(
                Problem.error(
                        HostError.CHANGE_REFUSED,
                        "The change was refused: " + module + " could not start after it.",
                        problems.stream().map(Problem::toString).collect(Collectors.joining(" ")),
                        HostError.CHANGE_REFUSED.remedy()),
                module);
    }

    static Problem dependentsStop(List<ModuleInfo> dependents) {
        return Problem.error(
                HostError.DEPENDENTS_AFFECTED,
                "The change was refused: it would stop other modules.",
                "These require what it changes: "
                        + dependents.stream()
                                .map(ModuleInfo::name)
                                .collect(Collectors.joining(", "))
                        + ".",
                HostError.DEPENDENTS_AFFECTED.remedy());
    }

    static Problem installed(String name, Path location) {
        return Problem.error(
                HostError.ALREADY_INSTALLED,
                "The module " + name + " cannot be installed.",
                "It is installed already, from " + location + ".",
                HostError.ALREADY_INSTALLED.remedy());
    }

    static Problem givenUp(Setback setback) {
        return Problem.error(
                HostError.START_INTERRUPTED,
                "The change was given up: " + setback.fact(),
                "The host is being closed.",
                HostError.START_INTERRUPTED.remedy());
    }

    /**
     * Returns the problem of a change that was taken back.
     *
     * @param lost those that ran before the change and do not now
     */
    static Problem takenBack(Setback setback, List<ModuleStatus> lost) {
        var cause = setback.problem().map(Problem::toString).orElse("");
        var fact = "The change was taken back: " + setback.fact();
        return lost.isEmpty()
                ? Problem.error(
                        HostError.CHANGE_FAILED, fact, cause, HostError.CHANGE_FAILED.remedy())
                : Problem.error(
                        HostError.CHANGE_NOT_TAKEN_BACK,
                        fact + " Not all that ran before runs again.",
                        cause
                                + " "
                                + lost.stream()
                                        .flatMap(m -> m.error().stream())
                                        .map(Problem::toString)
                                        .collect(Collectors.joining(" ")),
                        HostError.CHANGE_NOT_TAKEN_BACK.remedy());
    }
}
