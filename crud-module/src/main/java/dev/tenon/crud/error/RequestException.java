package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;

/** Something was asked for that the tables, or the limits, do not allow. */
public final class RequestException extends CrudException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception. */
    public RequestException(CrudError error, String fact, String cause, ErrorContext context) {
        super(error, fact, cause, context);
    }
}
