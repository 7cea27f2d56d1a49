package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** A database cannot be reached or used: {@code DB-CONN-…}. */
public final class ConnectionException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    ConnectionException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
