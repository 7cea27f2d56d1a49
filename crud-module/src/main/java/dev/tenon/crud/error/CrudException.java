package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.FrameworkException;
import dev.tenon.core.error.Problem;

/** What the CRUD module reports of tables by name. */
public abstract sealed class CrudException extends FrameworkException
        permits BulkException,
                RequestException,
                RowChangedException,
                RowNotFoundException,
                ValidationException {

    private static final long serialVersionUID = 1L;

    private final CrudError error;

    CrudException(CrudError error, String fact, String cause, ErrorContext context) {
        this(error, Problem.error(error, fact, cause, error.remedy()), context);
    }

    CrudException(CrudError error, Problem problem, ErrorContext context) {
        super(problem, context);
        this.error = error;
    }

    /** Returns which kind of failure it is. */
    public CrudError error() {
        return error;
    }

    @Override
    public String userMessage() {
        return error.userSentence() + " (" + error.code() + ", reference " + context().id() + ")";
    }
}
