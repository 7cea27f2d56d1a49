package dev.tenon.host.internal.json;

import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.doctor.Diagnosis;
import dev.tenon.host.internal.doctor.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon doctor --json} prints.
 *
 * @param healthy whether nothing was found that keeps Tenon from working
 * @param findings everything that was found
 */
public record DoctorDocument(boolean healthy, List<FindingDocument> findings) {

    /**
     * One finding.
     *
     * @param group {@code MACHINE}, {@code IMAGE} or {@code SETTINGS}
     * @param check the name of the check
     * @param state {@code OK}, {@code WARNING} or {@code ERROR}
     * @param fact what is the case
     * @param code such as {@code HOST-ENV-003}; null if all is well
     * @param cause why it is so; null if all is well
     * @param remedy what to do about it; null if all is well
     */
    public record FindingDocument(
            String group,
            String check,
            String state,
            String fact,
            Optional<String> code,
            Optional<String> cause,
            Optional<String> remedy) {}

    /** Returns the document of a diagnosis. */
    public static DoctorDocument of(Diagnosis diagnosis) {
        return new DoctorDocument(
                diagnosis.isHealthy(),
                diagnosis.entries().stream().map(DoctorDocument::finding).toList());
    }

    private static FindingDocument finding(Diagnosis.Entry entry) {
        Optional<Problem> problem =
                switch (entry.finding()) {
                    case Finding.Fine _ -> Optional.empty();
                    case Finding.Flaw(var flaw) -> Optional.of(flaw);
                };
        return new FindingDocument(
                entry.group().name(),
                entry.check(),
                entry.state(),
                entry.finding().fact(),
                problem.map(p -> p.code().code()),
                problem.map(Problem::cause),
                problem.map(Problem::remedy));
    }
}
