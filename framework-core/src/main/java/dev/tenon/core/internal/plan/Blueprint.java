package dev.tenon.core.internal.plan;

import dev.tenon.core.Plan;
import dev.tenon.core.spi.PlanContributor.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plan together with what its execution needs.
 *
 * @param plan what is shown
 * @param startable the modules that can start, in start order
 * @param copies the private copies that it uses, by the files that they are copies of
 * @param readings what framework modules have read for it
 */
public record Blueprint(
        Plan plan, List<ModuleNode> startable, Map<Path, Path> copies, List<Reading> readings) {

    public Blueprint {
        startable = List.copyOf(startable);
        copies = Map.copyOf(copies);
        readings = List.copyOf(readings);
    }

    /** Returns the blueprint of no modules at all. */
    public static Blueprint empty() {
        return of(new Plan(List.of(), List.of(), List.of()), List.of());
    }

    /** Returns the blueprint of modules that nobody has copied or read. */
    static Blueprint of(Plan plan, List<ModuleNode> startable) {
        return new Blueprint(plan, startable, Map.of(), List.of());
    }

    /** Returns this blueprint with the private copies that it uses, and who has read them. */
    Blueprint using(Map<Path, Path> used, List<Reading> readers) {
        return new Blueprint(plan, startable, used, readers);
    }
}
