package dev.tenon.core.internal.run;

import dev.tenon.core.HostListener;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleInfo.Origin;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.observe.HostEvents;
import dev.tenon.core.internal.plan.ModuleNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A module under the host: where it stands, and what of it is alive. The state may be read by any
 * thread; everything else belongs to the thread that starts or stops the module at the moment.
 */
final class HostedModule {

    private final ModuleNode node;
    private final List<HostedModule> requires;
    private final List<HostedModule> optional;
    private final HostEvents events;
    private final List<Problem> problems = new ArrayList<>();
    private ModuleState state = ModuleState.RESOLVED;
    private Duration startTime = Duration.ZERO;
    private List<String> chain;
    private String root = "";
    private volatile @Nullable LiveModule live;

    HostedModule(
            ModuleNode node,
            List<Problem> warnings,
            List<HostedModule> requires,
            List<HostedModule> optional,
            HostEvents events) {
        this.node = node;
        this.problems.addAll(warnings);
        this.requires = List.copyOf(requires);
        this.optional = List.copyOf(optional);
        this.events = events;
        this.chain = List.of(node.name());
    }

    String name() {
        return node.name();
    }

    ModuleNode node() {
        return node;
    }

    ModuleInfo info() {
        return node.info();
    }

    /** Returns the modules that have to start before this one, and stop after it. */
    Stream<HostedModule> predecessors() {
        return Stream.concat(requires.stream(), optional.stream());
    }

    /** Returns the layers of those, as far as they run. */
    Stream<ModuleLayer> layersInUse() {
        return predecessors().flatMap(m -> m.live().stream()).map(LiveModule::layer);
    }

    /** Returns the modules that have to start before this one, however far before. */
    Set<HostedModule> ancestors() {
        var found = new LinkedHashSet<HostedModule>();
        var waiting = new ArrayDeque<HostedModule>(List.of(this));
        while (!waiting.isEmpty()) {
            waiting.remove().predecessors().filter(found::add).forEach(waiting::add);
        }
        return found;
    }

    /** Returns whether the node is of the same file, by its private copy, as this module. */
    boolean hasContentOf(ModuleNode other) {
        return node.reference().location().equals(other.reference().location());
    }

    Optional<LiveModule> live() {
        return Optional.ofNullable(live);
    }

    void live(@Nullable LiveModule live) {
        this.live = live;
    }

    synchronized ModuleState state() {
        return state;
    }

    /** A module that runs already has started; one that comes with others is READY. */
    boolean hasRegistered() {
        var now = state();
        return now == ModuleState.READY || now == ModuleState.STARTED;
    }

    synchronized ModuleStatus status() {
        return new ModuleStatus(node.info(), state, problems, startTime);
    }

    /** Returns the names from this module along those that block it to the one that has failed. */
    synchronized List<String> chain() {
        return chain;
    }

    /** Returns the code of what is wrong with the last module of the {@link #chain()}. */
    synchronized String root() {
        return root;
    }

    /** Returns the first module required by this one for which the condition does not hold. */
    Optional<HostedModule> firstRequired(Predicate<HostedModule> condition) {
        return requires.stream().filter(condition.negate()).findFirst();
    }

    void enter(ModuleState next) {
        change(next, Optional.empty());
    }

    void fail(Problem problem) {
        synchronized (this) {
            root = problem.code().code();
        }
        change(ModuleState.FAILED, Optional.of(problem));
    }

    void block(Problem problem, HostedModule blockedBy) {
        var rest = blockedBy.chain();
        var itsRoot = blockedBy.root();
        synchronized (this) {
            chain = Stream.concat(Stream.of(name()), rest.stream()).toList();
            root = itsRoot;
        }
        change(ModuleState.BLOCKED, Optional.of(problem));
    }

    /** Notes a problem that does not change the state. */
    void complain(Problem problem) {
        synchronized (this) {
            problems.add(problem);
        }
        events.warn(problem);
    }

    /** Lets the plugin of a framework module hear what the host does, if it wants to. */
    void beginToTell(ModulePlugin plugin) {
        if (plugin instanceof HostListener listener && info().origin() == Origin.FRAMEWORK) {
            events.add(listener);
        }
    }

    /** Tells the plugin nothing any more. */
    void endToTell(ModulePlugin plugin) {
        if (plugin instanceof HostListener listener) {
            events.remove(listener);
        }
    }

    synchronized void addStartTime(Duration more) {
        startTime = startTime.plus(more);
    }

    private void change(ModuleState next, Optional<Problem> problem) {
        ModuleState previous;
        synchronized (this) {
            previous = state;
            state = next;
            problem.ifPresent(problems::addFirst);
        }
        events.changed(status(), previous);
    }
}
