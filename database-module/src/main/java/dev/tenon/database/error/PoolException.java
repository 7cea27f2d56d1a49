package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** No connection was free in time: {@code DB-POOL-…}. */
public final class PoolException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    PoolException(Problem problem, ErrorContext context, CommitOutcome outcome) {
        super(problem, context, outcome);
    }
}
