package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/**
 * Thrown where migrations cannot be run, or one has failed; its code is a {@link MigrationError}.
 */
public final class MigrationException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param problem code, fact, cause and remedy
     * @param context where and when it happened
     */
    public MigrationException(Problem problem, ErrorContext context) {
        super(problem, context, CommitOutcome.NOT_APPLIED);
    }
}
