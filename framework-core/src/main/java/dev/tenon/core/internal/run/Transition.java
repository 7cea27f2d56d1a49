package dev.tenon.core.internal.run;

import dev.tenon.core.ChangeEffect;
import dev.tenon.core.ChangeEffect.Kind;
import dev.tenon.core.ChangePlan;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleState;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.Blueprint;
import dev.tenon.core.internal.plan.ModuleNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The way from the modules that run to those of another blueprint. A module is kept as it runs if
 * its content is the same and every module that it uses is kept.
 */
public final class Transition {

    private final Blueprint before;
    private final Blueprint next;
    private final List<HostedModule> current;
    private final List<HostedModule> after = new ArrayList<>();
    private final Set<HostedModule> kept = new HashSet<>();
    private final Predicate<ModuleInfo> isNamed;

    private Transition(
            Blueprint before,
            List<HostedModule> current,
            Blueprint next,
            Predicate<ModuleInfo> isNamed) {
        this.before = before;
        this.current = current;
        this.next = next;
        this.isNamed = isNamed;
    }

    /**
     * Returns the way.
     *
     * @param before the blueprint of the modules that run
     * @param current the modules that run, in start order
     * @param isNamed whether somebody asked for a change of the module: if it has failed, it gets
     *     another chance although its content is the same
     */
    static Transition between(
            Blueprint before,
            List<HostedModule> current,
            Blueprint next,
            Predicate<ModuleInfo> isNamed,
            HostEvents events) {
        var transition = new Transition(before, current, next, isNamed);
        transition.host(events);
        return transition;
    }

    Blueprint next() {
        return next;
    }

    /** Returns the modules of the new blueprint in start order, those that are kept among them. */
    List<HostedModule> after() {
        return after;
    }

    /** Returns the modules that are to be started, in start order. */
    List<HostedModule> arriving() {
        return after.stream().filter(m -> !kept.contains(m)).toList();
    }

    /** Returns the modules that are to be stopped, in start order. */
    List<HostedModule> leaving() {
        return current.stream().filter(m -> !kept.contains(m)).toList();
    }

    /**
     * Returns what it will do, for people.
     *
     * @param overlaps whether what arrives is started before what leaves is stopped
     * @param disposals what becomes of the data of the modules that go
     */
    public ChangePlan plan(boolean overlaps, Disposals disposals) {
        var stopped = new HashMap<String, HostedModule>();
        leaving().forEach(m -> stopped.put(m.name(), m));
        var known = names(before);
        var effects = new ArrayList<ChangeEffect>();
        for (HostedModule module : arriving()) {
            var old = stopped.remove(module.name());
            if (old == null) {
                var isKnown = known.contains(module.name());
                effects.add(effect(isKnown ? Kind.START : Kind.INSTALL, module.info()));
            } else if (old.hasContentOf(module.node())) {
                var ran = old.state() == ModuleState.STARTED;
                effects.add(effect(ran ? Kind.RESTART : Kind.START, module.info()));
            } else {
                effects.add(new ChangeEffect(Kind.UPGRADE, module.info(), Optional.of(old.info())));
            }
        }
        var stays = names(next);
        for (HostedModule module : current) {
            if (stopped.containsKey(module.name())) {
                var kind = stays.contains(module.name()) ? Kind.STOP : Kind.UNINSTALL;
                effects.add(effect(kind, module.info()));
            }
        }
        return new ChangePlan(effects, next.plan(), overlaps, disposals.effects());
    }

    private static Set<String> names(Blueprint blueprint) {
        return blueprint.plan().modules().stream()
                .map(PlannedModule::name)
                .collect(Collectors.toSet());
    }

    private static ChangeEffect effect(Kind kind, ModuleInfo module) {
        return new ChangeEffect(kind, module, Optional.empty());
    }

    private void host(HostEvents events) {
        var running = new HashMap<String, HostedModule>();
        current.forEach(m -> running.put(m.name(), m));
        Map<String, HostedModule> made = new HashMap<>();
        var problems = problems(next);
        for (ModuleNode node : next.startable()) {
            var old = running.get(node.name());
            if (old != null && isKept(old, node)) {
                kept.add(old);
                made.put(node.name(), old);
            } else {
                made.put(
                        node.name(),
                        new HostedModule(
                                node,
                                problems.getOrDefault(node.name(), List.of()),
                                hosted(node.requires(), made),
                                hosted(node.optional(), made),
                                events));
            }
            after.add(made.get(node.name()));
        }
    }

    private boolean isKept(HostedModule old, ModuleNode node) {
        return old.hasContentOf(node)
                && old.predecessors().allMatch(kept::contains)
                && (old.state() == ModuleState.STARTED || !isNamed.test(node.info()));
    }

    private static List<HostedModule> hosted(
            Collection<ModuleNode> nodes, Map<String, HostedModule> made) {
        return nodes.stream()
                .flatMap(n -> Optional.ofNullable(made.get(n.name())).stream())
                .toList();
    }

    private static Map<String, List<Problem>> problems(Blueprint blueprint) {
        var problems = new HashMap<String, List<Problem>>();
        for (PlannedModule planned : blueprint.plan().modules()) {
            if (planned.state() == ModuleState.RESOLVED) {
                problems.put(planned.name(), planned.problems());
            }
        }
        return problems;
    }
}
