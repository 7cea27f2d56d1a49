package dev.tenon.core.internal.plan;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleState;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.plan.Candidate.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of one module while its plan is made. */
final class Draft {

    private final Named candidate;
    private final List<Problem> problems = new ArrayList<>();
    private Requirements.Required required =
            new Requirements.Required(Set.of(), Set.of(), List.of());
    private ModuleState state = ModuleState.DISCOVERED;
    private List<String> chain = List.of();
    private Optional<ModuleNode> node = Optional.empty();
    private int wave = -1;

    Draft(Named candidate) {
        this.candidate = candidate;
        this.problems.addAll(candidate.problems());
    }

    String name() {
        return candidate.name();
    }

    Named candidate() {
        return candidate;
    }

    Requirements.Required required() {
        return required;
    }

    void require(Requirements.Required found) {
        required = found;
        problems.addAll(found.problems());
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(Collection<Problem> more) {
        problems.addAll(more);
    }

    Optional<Problem> error() {
        return problems.stream().filter(Problem::isError).findFirst();
    }

    boolean isResolved() {
        return state == ModuleState.RESOLVED;
    }

    /** Returns the names from this module along those that block it to the one that has failed. */
    List<String> chain() {
        return chain;
    }

    Optional<ModuleNode> node() {
        return node;
    }

    int wave() {
        return wave;
    }

    void fail() {
        state = ModuleState.FAILED;
        chain = List.of(name());
    }

    void block(List<String> names, Problem problem) {
        state = ModuleState.BLOCKED;
        chain = List.copyOf(names);
        problems.add(problem);
    }

    void resolve(ModuleNode resolved, int inWave) {
        state = ModuleState.RESOLVED;
        node = Optional.of(resolved);
        wave = inWave;
    }

    ModuleInfo info() {
        return candidate.info(candidate.name(), List.copyOf(required.hosted()));
    }

    PlannedModule planned() {
        return new PlannedModule(info(), state, wave, candidate.details(), problems);
    }
}
