package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.ChangeEffect.Kind;
import java.util.List;

/**
 * What a change of the running modules will do, before it does it.
 *
 * @param effects the modules that are touched, in the order in which they start, those that go
 *     last; unmodifiable
 * @param after the plan of all modules after the change
 * @param overlaps whether what is new is started before what is old is stopped, so that two
 *     versions run at once for a while
 * @param data what becomes of the data of the modules that are uninstalled; unmodifiable
 */
public record ChangePlan(
        List<ChangeEffect> effects, Plan after, boolean overlaps, List<DataEffect> data) {

    public ChangePlan {
        effects = List.copyOf(effects);
        requireNonNull(after, "after");
        data = List.copyOf(data);
    }

    /**
     * Returns the modules that were not named in the change and are stopped, for a while or for
     * good.
     */
    public List<ModuleInfo> dependents() {
        return effects.stream()
                .filter(e -> e.kind() == Kind.RESTART || e.kind() == Kind.STOP)
                .map(ChangeEffect::module)
                .toList();
    }
}
