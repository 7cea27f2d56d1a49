package dev.tenon.core.internal.plan;

import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.Plan;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.SettingValue;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a {@link Blueprint} of candidates: what each requires, the order, and everything that is
 * wrong. Used once.
 */
final class Resolver {

    private final Configuration base;
    private final NameClaims claims;
    private final Map<String, Draft> drafts;

    Resolver(Configuration base, Collection<Candidate> candidates) {
        this.base = base;
        this.claims = NameClaims.settle(candidates, base);
        this.drafts = claims.drafts();
    }

    /**
     * Makes the blueprint.
     *
     * @param declared what is wrong between the modules with what they declare, by their names
     * @param hostProblems what is known to be wrong with the host
     */
    Blueprint resolve(
            SettingsPlan settings,
            Map<String, List<Problem>> declared,
            List<Problem> hostProblems) {
        drafts.forEach((name, draft) -> {
            draft.addAll(settings.problems(name));
            draft.addAll(declared.getOrDefault(name, List.of()));
        });
        collectRequirements();
        findCycles();
        var visited = new HashSet<String>();
        drafts.keySet().forEach(name -> settle(name, visited));
        return blueprint(hostProblems, settings.listed());
    }

    private void collectRequirements() {
        var frameworkNames = new HashSet<String>();
        var pluginNames = new HashSet<>(claims.ambiguous().keySet());
        drafts.forEach((name, draft) ->
                (draft.candidate().origin() == Origin.FRAMEWORK ? frameworkNames : pluginNames)
                        .add(name));
        var requirements = new Requirements(base, frameworkNames, pluginNames);
        drafts.values().forEach(draft -> draft.require(requirements.of(draft.candidate())));
    }

    private void findCycles() {
        var edges = new HashMap<String, Set<String>>();
        drafts.forEach((name, draft) -> edges.put(name, new HashSet<>(draft.required().hosted())));
        drafts.forEach((name, draft) ->
                Graph.path(name, name, edges).ifPresent(way -> draft.add(cycle(name, way))));
        drafts.forEach((name, draft) ->
                draft.required().optional().removeIf(other -> !canUse(name, other, edges)));
    }

    /** An optional requirement never makes a cycle: it gives way. */
    private boolean canUse(String name, String other, Map<String, Set<String>> edges) {
        if (!drafts.containsKey(other) || Graph.path(other, name, edges).isPresent()) {
            return false;
        }
        edges.computeIfAbsent(name, _ -> new HashSet<>()).add(other);
        return true;
    }

    private static Problem cycle(String name, List<String> way) {
        return Problem.error(
                HostError.CYCLE,
                "The module " + name + " cannot be ordered.",
                "It requires itself: " + String.join(" -> ", way) + ".",
                HostError.CYCLE.remedy());
    }

    /** Decides on one module, after those it requires. */
    private void settle(String name, Set<String> visited) {
        var draft = drafts.get(name);
        if (draft == null || !visited.add(name)) {
            return;
        }
        var required = draft.required();
        Stream.concat(required.hosted().stream(), required.optional().stream())
                .forEach(r -> settle(r, visited));
        var blocking = required.hosted().stream().filter(r -> !isResolved(r)).findFirst();
        if (draft.error().isPresent()) {
            draft.fail();
        } else if (blocking.isPresent()) {
            block(draft, blocking.get());
        } else if (draft.candidate().origin() == Origin.FRAMEWORK) {
            succeed(draft, ModuleFinder.of(), Optional.empty());
        } else {
            configure(draft);
        }
    }

    private boolean isResolved(String name) {
        var draft = drafts.get(name);
        return draft != null && draft.isResolved();
    }

    private void block(Draft draft, String requiredName) {
        var required = drafts.get(requiredName);
        var rest = required == null ? List.of(requiredName) : required.chain();
        var chain = Stream.concat(Stream.of(draft.name()), rest.stream()).toList();
        draft.block(chain, Blocking.problem(chain, rootOf(chain.getLast())));
    }

    private String rootOf(String name) {
        return Optional.ofNullable(drafts.get(name))
                .flatMap(Draft::error)
                .map(problem -> problem.code().code())
                .orElseGet(() ->
                        HostError.DUPLICATE_NAME.code()
                                + ": "
                                + claims.ambiguous().getOrDefault(name, ""));
    }

    private void configure(Draft draft) {
        var name = draft.name();
        var parents =
                Stream.concat(
                                nodes(draft.required().hosted())
                                        .flatMap(n -> n.configuration().stream()),
                                nodes(draft.required().optional())
                                        .flatMap(n -> n.configuration().stream()))
                        .toList();
        try {
            var content = withoutHostModules(draft.candidate().finder());
            var configuration =
                    ModuleNode.resolve(
                            name,
                            content,
                            Stream.concat(parents.stream(), Stream.of(base)).toList());
            var overlap = overlap(configuration);
            if (overlap.isPresent()) {
                draft.add(unresolvable(HostError.SPLIT_PACKAGE, name, overlap.get()));
                draft.fail();
            } else {
                succeed(draft, content, Optional.of(configuration));
            }
        } catch (ResolutionException | FindException e) {
            var split = String.valueOf(e.getMessage()).contains(" package ");
            var code = split ? HostError.SPLIT_PACKAGE : HostError.UNRESOLVABLE;
            draft.add(unresolvable(code, name, Problem.describe(e)).from(e));
            draft.fail();
        }
    }

    private void succeed(Draft draft, ModuleFinder content, Optional<Configuration> configuration) {
        var required = draft.required();
        var wave =
                Stream.concat(required.hosted().stream(), required.optional().stream())
                        .flatMap(name -> Stream.ofNullable(drafts.get(name)))
                        .mapToInt(other -> other.wave() + 1)
                        .max()
                        .orElse(0);
        draft.resolve(
                new ModuleNode(
                        draft.info(),
                        draft.candidate().reference(),
                        content,
                        draft.candidate().settings(),
                        draft.candidate().preparations(),
                        configuration,
                        nodes(required.hosted()).toList(),
                        nodes(required.optional()).toList()),
                wave);
    }

    private Stream<ModuleNode> nodes(Set<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(drafts.get(name)))
                .flatMap(draft -> draft.node().stream());
    }

    /**
     * One class loader serves the whole layer, so that even hidden packages must not meet in it.
     */
    private static Optional<String> overlap(Configuration configuration) {
        var owners = new HashMap<String, String>();
        for (var module : configuration.modules()) {
            for (String name : module.reference().descriptor().packages()) {
                var other = owners.put(name, module.name());
                if (other != null) {
                    return Optional.of(
                            "The package %s is in %s and in %s."
                                    .formatted(name, other, module.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Problem unresolvable(HostError code, String name, String cause) {
        return Problem.error(
                code, "The module " + name + " cannot be resolved.", cause, code.remedy());
    }

    /** The host's modules win over a copy that a plugin brings along. */
    private ModuleFinder withoutHostModules(ModuleFinder finder) {
        return new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return base.findModule(name).isPresent() ? Optional.empty() : finder.find(name);
            }

            @Override
            public Set<ModuleReference> findAll() {
                var all = new HashSet<>(finder.findAll());
                all.removeIf(r -> base.findModule(r.descriptor().name()).isPresent());
                return all;
            }
        };
    }

    private Blueprint blueprint(List<Problem> hostProblems, List<SettingValue> settings) {
        var startable =
                drafts.values().stream()
                        .filter(Draft::isResolved)
                        .sorted(Comparator.comparingInt(Draft::wave))
                        .toList();
        var rest =
                Stream.concat(
                                drafts.values().stream()
                                        .filter(d -> !d.isResolved())
                                        .map(Draft::planned),
                                claims.refused().stream())
                        .sorted(Comparator.comparing(p -> p.name()));
        var plan =
                new Plan(
                        Stream.concat(startable.stream().map(Draft::planned), rest).toList(),
                        hostProblems,
                        settings);
        return Blueprint.of(plan, startable.stream().flatMap(d -> d.node().stream()).toList());
    }
}
