package dev.tenon.database.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;

/** A database cannot be copied, or a copy cannot be put in its place: {@code DB-BAK-…}. */
public final class BackupException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param problem what is wrong, with a code of {@link BackupError}
     */
    public BackupException(Problem problem, ErrorContext context) {
        super(problem, context, CommitOutcome.NOT_APPLIED);
    }
}
