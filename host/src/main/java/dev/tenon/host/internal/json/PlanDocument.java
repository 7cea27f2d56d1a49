package dev.tenon.host.internal.json;

import dev.tenon.core.Plan;
import java.util.List;

/**
 * What {@code tenon plan --json} prints.
 *
 * @param clean whether everything in the plan can start
 * @param modules the modules in start order, those that cannot start last
 * @param hostProblems what is wrong with the host itself
 */
public record PlanDocument(
        boolean clean, List<ModuleDocument> modules, List<ProblemDocument> hostProblems) {

    /** Returns the document for the given plan. */
    public static PlanDocument of(Plan plan) {
        return new PlanDocument(
                plan.isClean(),
                ModuleDocument.of(plan.modules()),
                ProblemDocument.of(plan.hostProblems()));
    }
}
