package dev.tenon.crud.internal.repository.plan;

import dev.tenon.core.error.Problem;
import dev.tenon.crud.error.RepositoryError;
import dev.tenon.crud.internal.repository.declare.DeclaredMethod;
import dev.tenon.crud.internal.repository.declare.DeclaredRepository;
import java.util.List;

/** Says what is wrong with one method. */
record MethodProblems(
        DeclaredRepository repository, DeclaredMethod method, List<Problem> problems) {

    /**
     * Adds a problem.
     *
     * @param fact what is the case, after the name of the method
     */
    void add(RepositoryError code, String fact, String cause, String remedy) {
        problems.add(
                Problem.error(
                        code,
                        "The method "
                                + method.shown()
                                + " of the repository "
                                + repository.className()
                                + " "
                                + fact,
                        cause,
                        remedy));
    }

    /** Adds that it returns a wrong type. */
    void wrongResult(String cause, String... valid) {
        add(
                RepositoryError.WRONG_RESULT,
                "returns " + method.returned().shown() + ".",
                cause,
                "Let it return " + String.join(", ", valid) + ".");
    }
}
