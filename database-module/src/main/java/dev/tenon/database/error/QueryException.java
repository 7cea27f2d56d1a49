package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** A statement, its parameters or its result are wrong: {@code DB-QRY-…}. */
public final class QueryException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    QueryException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
