package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Whether settings and plugin folders can be read, and the plugins start: the plan knows. */
final class PlanCheck implements Check {

    private final Surroundings surroundings;

    PlanCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Group group() {
        return Group.SETTINGS;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public List<Finding> look() {
        if (PlanCheck.class.getModule().getDescriptor() == null) {
            return List.of(notPlanned());
        }
        var plan = surroundings.plan().get();
        var findings = new ArrayList<Finding>();
        plan.hostProblems().stream().map(Finding.Flaw::new).forEach(findings::add);
        for (var module : plan.modules()) {
            module.problems().stream()
                    .filter(p -> p.code() != HostError.BLOCKED)
                    .map(Finding.Flaw::new)
                    .forEach(findings::add);
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.fine(
                            "Settings and plugin folders can be read, and %d of %d modules can start."
                                    .formatted(
                                            plan.modules().stream()
                                                    .filter(m -> m.wave() >= 0)
                                                    .count(),
                                            plan.modules().size())));
        }
        return findings;
    }

    /** The launcher starts the doctor from the class path if the module path is broken. */
    private static Finding notPlanned() {
        return new Finding.Flaw(
                Problem.error(
                        HostError.NOT_ON_MODULE_PATH,
                        "Settings and plugins were not looked at.",
                        "The JVM cannot start from the modules of the installation.",
                        "Mend the modules first."));
    }
}
