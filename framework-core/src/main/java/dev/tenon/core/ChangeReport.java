package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a change of the running modules has done.
 *
 * @param plan what it was to do
 * @param released the modules that were stopped, in the order of their stop; unmodifiable
 * @param modules every module as it stands after the change; unmodifiable
 * @param data what has become of the data of the modules that were uninstalled; unmodifiable
 */
public record ChangeReport(
        ChangePlan plan,
        List<ModuleRelease> released,
        List<ModuleStatus> modules,
        List<DataOutcome> data) {

    public ChangeReport {
        requireNonNull(plan, "plan");
        released = List.copyOf(released);
        modules = List.copyOf(modules);
        data = List.copyOf(data);
    }
}
