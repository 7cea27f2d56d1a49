package dev.tenon.core.internal.plan;

import dev.tenon.core.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plan together with what its execution needs.
 *
 * @param plan what is shown
 * @param startable the modules that can start, in start order
 * @param copies the private copies that it uses, by the files that they are copies of
 */
public record Blueprint(Plan plan, List<ModuleNode> startable, Map<Path, Path> copies) {

    public Blueprint {
        startable = List.copyOf(startable);
        copies = Map.copyOf(copies);
    }

    /** Returns the blueprint of no modules at all. */
    public static Blueprint empty() {
        return new Blueprint(new Plan(List.of(), List.of(), List.of()), List.of(), Map.of());
    }

    /** Returns this blueprint with the private copies that it uses. */
    Blueprint using(Map<Path, Path> used) {
        return new Blueprint(plan, startable, used);
    }
}
