package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** Thrown where no migration can be generated; its code is a {@link GenerationError}. */
public final class GenerationException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param problem code, fact, cause and remedy
     * @param context where and when it happened
     */
    public GenerationException(Problem problem, ErrorContext context) {
        super(problem, context, CommitOutcome.NOT_APPLIED);
    }
}
