package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;

/** The row is not as whoever wants to change it has read it. */
public final class RowChangedException extends CrudException {

    private static final long serialVersionUID = 1L;

    private final String currentHash;

    /**
     * Makes an exception.
     *
     * @param currentHash the hash of the row as it is now
     */
    public RowChangedException(
            String fact, String cause, String currentHash, ErrorContext context) {
        super(CrudError.ROW_CHANGED, fact, cause, context);
        this.currentHash = currentHash;
    }

    /** Returns the hash of the row as it is now. */
    public String currentHash() {
        return currentHash;
    }
}
