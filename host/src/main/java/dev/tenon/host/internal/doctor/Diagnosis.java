package dev.tenon.host.internal.doctor;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything that was found.
 *
 * @param entries the findings, those of one group and check together
 */
public record Diagnosis(List<Entry> entries) {

    /**
     * One finding.
     *
     * @param group what the check is about
     * @param check the name of the check
     * @param finding what it has found
     */
    public record Entry(Group group, String check, Finding finding) {

        /** Returns {@code OK}, {@code WARNING} or {@code ERROR}. */
        public String state() {
            return switch (finding) {
                case Finding.Fine _ -> "OK";
                case Finding.Flaw(var problem) -> problem.severity().name();
            };
        }

        boolean isError() {
            return finding instanceof Finding.Flaw(var problem) && problem.isError();
        }
    }

    /** Looks at everything. */
    public static Diagnosis of(Surroundings surroundings) {
        return new Diagnosis(
                Checks.all(surroundings).stream()
                        .flatMap(check ->
                                look(check).stream()
                                        .map(f -> new Entry(check.group(), check.name(), f)))
                        .toList());
    }

    /** Returns whether nothing was found that keeps Tenon from working. */
    public boolean isHealthy() {
        return entries.stream().noneMatch(Entry::isError);
    }

    /** Returns how many findings have the state. */
    public long count(String state) {
        return entries.stream().map(Entry::state).filter(Predicate.isEqual(state)).count();
    }

    /** A check that cannot look has found something too. */
    private static List<Finding> look(Check check) {
        try {
            return check.look();
        } catch (HostException e) {
            return List.of(new Finding.Flaw(e.problem()));
        } catch (IOException | RuntimeException e) {
            return List.of(
                    new Finding.Flaw(
                            Problem.error(
                                    check.group() == Group.IMAGE
                                            ? ProgramError.INSTALLATION_DAMAGED
                                            : ProgramError.MACHINE_SHORT,
                                    "This could not be looked at.",
                                    Problem.describe(e),
                                    "Mend what the cause says, and look again.")));
        }
    }
}
