package dev.tenon.core.internal.plan;

import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.plan.Candidate.Named;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.internal.settings.HostSettings;
import dev.tenon.core.internal.settings.SettingsReading;
import dev.tenon.core.internal.settings.UnknownSettings;
import dev.tenon.core.settings.SettingValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the settings of the host and of all modules stand, and what is wrong with them. */
final class SettingsPlan {

    private final HostSettings settings;
    private final UnknownSettings unknown;
    private final Map<String, SettingsReading> readings = new TreeMap<>();

    private SettingsPlan(HostSettings settings, Map<String, Optional<DeclaredSettings>> modules) {
        this.settings = settings;
        this.unknown = new UnknownSettings(settings.sources(), modules);
        modules.forEach((name, declared) ->
                declared.ifPresent(
                        type -> readings.put(name, SettingsReading.of(settings.sources(), type))));
    }

    static SettingsPlan of(Collection<Candidate> candidates, HostSettings settings) {
        var modules = new TreeMap<String, Optional<DeclaredSettings>>();
        for (Candidate candidate : candidates) {
            if (candidate instanceof Named named) {
                modules.put(named.name(), named.settings());
            }
        }
        return new SettingsPlan(settings, modules);
    }

    /** Returns what is wrong with the settings of one module. */
    List<Problem> problems(String module) {
        var problems = new ArrayList<>(settings.problems(module));
        Optional.ofNullable(readings.get(module)).ifPresent(r -> problems.addAll(r.problems()));
        problems.addAll(unknown.of(module));
        return problems;
    }

    /** Returns the settings that nobody reads, and that belong to no module. */
    List<Problem> hostProblems() {
        return unknown.ofHost();
    }

    /** Returns every setting as it stands: the host's, then those of the modules by their names. */
    List<SettingValue> listed() {
        var all = new ArrayList<>(settings.listed());
        readings.values().forEach(r -> all.addAll(r.listed()));
        return all;
    }
}
