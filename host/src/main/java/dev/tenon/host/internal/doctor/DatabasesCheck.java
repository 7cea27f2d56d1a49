package dev.tenon.host.internal.doctor;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.HostException;
import java.util.List;

/** What framework modules keep: folders and files of databases. They look themselves. */
final class DatabasesCheck implements Check {

    private final Surroundings surroundings;

    DatabasesCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Group group() {
        return Group.DATA;
    }

    @Override
    public String name() {
        return "databases";
    }

    @Override
    public List<Finding> look() {
        if (DatabasesCheck.class.getModule().getDescriptor() == null) {
            return List.of(notLookedAt());
        }
        try {
            return surroundings.inspections().get().stream().map(DatabasesCheck::finding).toList();
        } catch (HostException _) {
            return List.of(notLookedAt());
        }
    }

    /** The check of the plan tells why. */
    private static Finding notLookedAt() {
        return Finding.fine("Not looked at, for the reason that stands beside the plan.");
    }

    private static Finding finding(Inspection inspection) {
        return switch (inspection) {
            case Inspection.Sound(var fact) -> Finding.fine(fact);
            case Inspection.Flawed(var problem) -> new Finding.Flaw(problem);
        };
    }
}
