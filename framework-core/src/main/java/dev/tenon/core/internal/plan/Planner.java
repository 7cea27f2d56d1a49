package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.content.PluginCopies;
import dev.tenon.core.internal.observe.FlightEvents.PlanEvent;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the plan of a start. Loads no class and runs no code of a module. */
public final class Planner {

    private final ModuleLayer base;
    private final CandidateReader reader = new CandidateReader();

    /**
     * @param base the layer of the host itself, whose modules with a plugin are framework modules
     */
    public Planner(ModuleLayer base) {
        this.base = base;
    }

    /**
     * Makes the plan.
     *
     * @param places plugin folders, or plugins themselves
     * @param copies where plugins are copied to before they are read, so that what was planned is
     *     what runs; nothing if the plan is only to be shown
     * @param hostProblems what is known to be wrong with the host
     * @param settingProblems what is wrong with the settings of the module of a given name
     */
    public Blueprint plan(
            Collection<Path> places,
            Optional<PluginCopies> copies,
            List<Problem> hostProblems,
            Function<String, List<Problem>> settingProblems) {
        var event = new PlanEvent();
        event.begin();
        var found = PluginFinder.find(places);
        var candidates = new ArrayList<Candidate>();
        base.configuration().modules().stream()
                .map(ResolvedModule::reference)
                .filter(r -> CandidateReader.providerOf(r.descriptor()).isPresent())
                .map(reader::readFrameworkModule)
                .forEach(candidates::add);
        var used = new HashSet<Path>();
        for (Path plugin : found.plugins()) {
            candidates.add(read(plugin, copies, used));
        }
        copies.ifPresent(c -> c.keepOnly(used));
        var blueprint =
                new Resolver(base.configuration(), candidates)
                        .resolve(
                                settingProblems,
                                Stream.concat(hostProblems.stream(), found.problems().stream())
                                        .toList());
        event.modules = blueprint.plan().modules().size();
        event.problems = blueprint.plan().problems().size();
        event.commit();
        return blueprint;
    }

    private Candidate read(Path plugin, Optional<PluginCopies> copies, Set<Path> used) {
        if (copies.isEmpty()) {
            return reader.readPlugin(plugin, plugin);
        }
        try {
            var copy = copies.get().copyOf(plugin);
            used.add(copy);
            return reader.readPlugin(plugin, copy);
        } catch (IOException e) {
            return new Candidate.Unreadable(
                    String.valueOf(plugin.getFileName()),
                    plugin,
                    Problem.error(
                                    HostError.COPY_FAILED,
                                    "The plugin "
                                            + plugin
                                            + " cannot be copied to its private place.",
                                    Problem.describe(e),
                                    HostError.COPY_FAILED.remedy())
                            .from(e));
        }
    }
}
