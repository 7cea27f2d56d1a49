package dev.tenon.host.internal.json;

import dev.tenon.core.error.Problem;
import java.util.List;

/**
 * One problem.
 *
 * @param code such as {@code HOST-PLAN-006}
 * @param severity {@code ERROR} or {@code WARNING}
 * @param fact what is the case
 * @param cause why it is so; may be empty
 * @param remedy what to do about it; may be empty
 */
public record ProblemDocument(
        String code, String severity, String fact, String cause, String remedy) {

    static List<ProblemDocument> of(List<Problem> problems) {
        return problems.stream().map(ProblemDocument::of).toList();
    }

    static ProblemDocument of(Problem problem) {
        return new ProblemDocument(
                problem.code().code(),
                problem.severity().name(),
                problem.fact(),
                problem.cause(),
                problem.remedy());
    }
}
