package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** Something was asked for that a session must not do: {@code DB-SEC-…}. */
public final class AccessException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    AccessException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
