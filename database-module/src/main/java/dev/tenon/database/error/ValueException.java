package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** A value does not fit: {@code DB-VAL-…}. */
public sealed class ValueException extends DatabaseException permits ConstraintViolationException {

    private static final long serialVersionUID = 1L;

    ValueException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
