package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;

/** There is no row with the key. */
public final class RowNotFoundException extends CrudException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception. */
    public RowNotFoundException(String fact, ErrorContext context) {
        super(CrudError.ROW_NOT_FOUND, fact, "", context);
    }
}
