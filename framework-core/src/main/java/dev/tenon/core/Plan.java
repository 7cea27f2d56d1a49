package dev.tenon.core;

import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.SettingValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a host is about to do: the modules in start order, with every problem that can be found
 * without running code of theirs.
 *
 * @param modules the modules in the order in which they start, those that cannot start last; each
 *     is RESOLVED, FAILED or BLOCKED; unmodifiable
 * @param hostProblems what is wrong with the host itself: plugin folders, settings; unmodifiable
 * @param settings every setting that the host and the modules declare, as it stands: the host's
 *     first, then those of each module by its name; unmodifiable
 */
public record Plan(
        List<PlannedModule> modules, List<Problem> hostProblems, List<SettingValue> settings) {

    public Plan {
        modules = List.copyOf(modules);
        hostProblems = List.copyOf(hostProblems);
        settings = List.copyOf(settings);
    }

    /** Returns every problem: those of the host, then those of the modules in their order. */
    public List<Problem> problems() {
        return Stream.concat(
                        hostProblems.stream(), modules.stream().flatMap(m -> m.problems().stream()))
                .toList();
    }

    /** Returns whether everything in this plan can start. */
    public boolean isClean() {
        return problems().stream().noneMatch(Problem::isError);
    }
}
