package dev.tenon.crud.error;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.core.error.TenonException;

/** One change of a bulk could not be made, and therefore none was. */
public final class BulkException extends CrudException {

    private static final long serialVersionUID = 1L;

    private final int row;
    private final TenonException failure;

    /**
     * Makes an exception.
     *
     * @param row the number of the change, from 0
     * @param failure why it could not be made
     */
    public BulkException(int row, TenonException failure, String fact, ErrorContext context) {
        super(
                CrudError.BULK_FAILED,
                Problem.error(
                                CrudError.BULK_FAILED,
                                fact,
                                failure.problem().toString(),
                                CrudError.BULK_FAILED.remedy())
                        .from(failure),
                context);
        this.row = row;
        this.failure = failure;
    }

    /** Returns the number of the change that could not be made, from 0. */
    public int row() {
        return row;
    }

    /** Returns why it could not be made. */
    public TenonException failure() {
        return failure;
    }
}
