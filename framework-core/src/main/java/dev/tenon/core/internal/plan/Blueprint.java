package dev.tenon.core.internal.plan;

import dev.tenon.core.Plan;
import java.util.List;

/**
 * A plan together with what its execution needs.
 *
 * @param plan what is shown
 * @param startable the modules that can start, in start order
 */
public record Blueprint(Plan plan, List<ModuleNode> startable) {

    public Blueprint {
        startable = List.copyOf(startable);
    }
}
