package dev.tenon.core.internal.plan;

import static java.util.stream.Collectors.joining;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.plan.Candidate.Named;
import dev.tenon.core.internal.plan.Candidate.Unreadable;
import java.lang.module.Configuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who holds which module name. The host's own modules hold theirs; a name that several plugins
 * claim is held by none of them.
 *
 * @param drafts the modules that hold their name, by it, in its order
 * @param refused what holds no name, each under its file name
 * @param ambiguous the names that several plugins claim, with their files
 */
record NameClaims(
        Map<String, Draft> drafts, List<PlannedModule> refused, Map<String, String> ambiguous) {

    static NameClaims settle(Collection<Candidate> candidates, Configuration base) {
        var claims = new NameClaims(new TreeMap<>(), new ArrayList<>(), new HashMap<>());
        var claimants = new LinkedHashMap<String, List<Named>>();
        for (Candidate candidate : candidates) {
            switch (candidate) {
                case Unreadable u -> claims.refused.add(failed(u));
                case Named n -> claimants.computeIfAbsent(n.name(), _ -> new ArrayList<>()).add(n);
            }
        }
        claimants.forEach(
                (name, all) -> claims.settle(name, all, base.findModule(name).isPresent()));
        return claims;
    }

    private void settle(String name, List<Named> claimants, boolean ofHost) {
        var plugins = claimants.stream().filter(c -> c.origin() == Origin.PLUGIN).toList();
        claimants.stream()
                .filter(c -> c.origin() == Origin.FRAMEWORK)
                .forEach(c -> drafts.put(name, new Draft(c)));
        if (ofHost) {
            refuse(name, plugins, "The host itself has a module of this name, which stays.");
        } else if (plugins.size() == 1) {
            drafts.put(name, new Draft(plugins.getFirst()));
        } else {
            var files = plugins.stream().map(Named::file).collect(joining(", "));
            ambiguous.put(name, files);
            refuse(name, plugins, "These files hold it: " + files + ".");
        }
    }

    private void refuse(String name, List<Named> plugins, String cause) {
        for (Named plugin : plugins) {
            var problem =
                    Problem.error(
                            HostError.DUPLICATE_NAME,
                            "The module name " + name + " of " + plugin.label() + " is taken.",
                            cause,
                            HostError.DUPLICATE_NAME.remedy());
            refused.add(failed(plugin.info(plugin.label(), List.of()), problem));
        }
    }

    private static PlannedModule failed(Unreadable unreadable) {
        var info =
                new ModuleInfo(
                        unreadable.label(),
                        Optional.empty(),
                        Origin.PLUGIN,
                        unreadable.label(),
                        "",
                        List.of(),
                        Optional.of(unreadable.location()));
        return failed(info, unreadable.problem());
    }

    private static PlannedModule failed(ModuleInfo info, Problem problem) {
        return new PlannedModule(info, ModuleState.FAILED, -1, List.of(), List.of(problem));
    }
}
