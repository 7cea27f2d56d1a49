package dev.tenon.core.internal.plan;

import dev.tenon.core.Inspection;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.Result;
import dev.tenon.core.internal.content.PluginCopies;
import dev.tenon.core.internal.observe.FlightEvents.PlanEvent;
import dev.tenon.core.internal.plan.Candidate.Named;
import dev.tenon.core.internal.settings.DeclaredSettings;
import dev.tenon.core.internal.settings.HostSettings;
import java.io.IOException;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the plan of a start. Loads no class and runs no code of a module. */
public final class Planner {

    private final ModuleLayer base;

    /**
     * @param base the layer of the host itself, whose modules with a plugin are framework modules
     */
    public Planner(ModuleLayer base) {
        this.base = base;
    }

    /**
     * Makes the plan.
     *
     * @param plugins the plugins, in the order in which they were found
     * @param copies where plugins are copied to before they are read, so that what was planned is
     *     what runs; nothing if the plan is only to be shown
     * @param hostProblems what is known to be wrong with the host
     * @param settings the settings of the host, and those that modules declare
     */
    public Blueprint plan(
            Collection<PluginFile> plugins,
            Optional<PluginCopies> copies,
            List<Problem> hostProblems,
            HostSettings settings) {
        var event = new PlanEvent();
        event.begin();
        var framework = frameworkModules();
        var contributions = Contributions.begin(base, settings, declaredBy(framework));
        var reader = new CandidateReader(contributions);
        var candidates = new ArrayList<>(framework);
        var used = new HashMap<Path, Path>();
        for (PluginFile plugin : plugins) {
            candidates.add(read(reader, plugin, copies, used));
        }
        var planned = SettingsPlan.of(candidates, settings);
        var blueprint =
                new Resolver(base.configuration(), candidates)
                        .resolve(
                                planned,
                                contributions.conclude(),
                                Stream.concat(
                                                hostProblems.stream(),
                                                planned.hostProblems().stream())
                                        .toList())
                        .using(used, contributions.readings());
        event.modules = blueprint.plan().modules().size();
        event.problems = blueprint.plan().problems().size();
        event.commit();
        return blueprint;
    }

    /** Looks at what framework modules keep for the plugins outside of the process. */
    public List<Inspection> inspect(Collection<PluginFile> plugins, HostSettings settings) {
        var contributions = Contributions.begin(base, settings, declaredBy(frameworkModules()));
        var reader = new CandidateReader(contributions);
        for (PluginFile plugin : plugins) {
            read(reader, plugin, Optional.empty(), new HashMap<>());
        }
        return contributions.inspect();
    }

    private List<Candidate> frameworkModules() {
        var reader = new CandidateReader(Contributions.none());
        return base.configuration().modules().stream()
                .map(ResolvedModule::reference)
                .filter(r -> CandidateReader.providerOf(r.descriptor()).isPresent())
                .map(reader::readFrameworkModule)
                .toList();
    }

    private static Map<String, DeclaredSettings> declaredBy(List<Candidate> modules) {
        return modules.stream()
                .flatMap(c -> c instanceof Named named ? named.settings().stream() : Stream.of())
                .collect(Collectors.toMap(DeclaredSettings::module, Function.identity()));
    }

    /** Returns what a plugin says of itself, or why it cannot be read. */
    public Result<ModuleInfo> identify(Path plugin) {
        return switch (new CandidateReader(Contributions.none()).readPlugin(plugin, plugin)) {
            case Candidate.Named named -> Result.success(named.info(named.name(), List.of()));
            case Candidate.Unreadable unreadable ->
                    Result.failure(new HostException(unreadable.problem()));
        };
    }

    private static Candidate read(
            CandidateReader reader,
            PluginFile file,
            Optional<PluginCopies> copies,
            Map<Path, Path> used) {
        var plugin = file.location();
        try {
            if (copies.isEmpty()) {
                return reader.readPlugin(plugin, plugin);
            }
            var running = file.copy();
            var copy = running.filter(Files::exists);
            if (copy.isEmpty()) {
                var identity = copies.get().identityOf(plugin);
                copy = Optional.of(copy(plugin, identity, copies.get()));
                if (running.isPresent() && !running.equals(copy)) {
                    throw copyLost(plugin, running.get());
                }
            }
            used.put(plugin, copy.get());
            return reader.readPlugin(plugin, copy.get());
        } catch (HostException e) {
            return new Candidate.Unreadable(CandidateReader.labelOf(plugin), plugin, e.problem());
        } catch (IOException | RuntimeException e) {
            // Whatever a file does to the JDK that reads it, the other plugins are planned.
            return CandidateReader.unreadable(plugin, e);
        }
    }

    private static HostException copyLost(Path plugin, Path copy) {
        return new HostException(
                Problem.error(
                        HostError.COPY_FAILED,
                        "The plugin " + plugin + " runs, but its private copy is gone.",
                        "Somebody has removed " + copy + ", and the plugin file has changed since.",
                        "Upgrade the plugin to its new content."));
    }

    private static Path copy(Path plugin, String identity, PluginCopies copies) {
        try {
            return copies.copyOf(plugin, identity);
        } catch (IOException e) {
            throw new HostException(
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
