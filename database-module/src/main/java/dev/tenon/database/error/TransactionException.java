package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** A transaction cannot go on: {@code DB-TXN-…}. */
public final class TransactionException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    TransactionException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
