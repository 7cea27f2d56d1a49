package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import java.util.List;

/** Thrown for a schema that cannot be made; knows everything that is wrong with it. */
public final class InvalidSchemaException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes an exception.
     *
     * @param problems what is wrong, at least one
     */
    public InvalidSchemaException(List<Problem> problems) {
        super(Problem.together(problems), ErrorContext.now(), CommitOutcome.NOT_APPLIED);
        this.problems = List.copyOf(problems);
    }

    /** Returns everything that is wrong; empty after the exception was serialized. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
