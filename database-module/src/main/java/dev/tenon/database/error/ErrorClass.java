package dev.tenon.database.error;

import static dev.tenon.database.error.ErrorClass.Kind.EXPECTED;
import static dev.tenon.database.error.ErrorClass.Kind.TRANSIENT;
import static dev.tenon.database.error.ErrorClass.Kind.UNEXPECTED;

/** What kind of failure a database reports; each engine's codes are classified into these. */
public enum ErrorClass {
    CONNECTION(TRANSIENT),
    MISSING_DATABASE(UNEXPECTED),
    UNIQUE(EXPECTED),
    FOREIGN_KEY(EXPECTED),
    NOT_NULL(EXPECTED),
    CHECK(EXPECTED),
    TYPE(EXPECTED),
    BUSY(TRANSIENT),
    SERIALIZATION(TRANSIENT),
    DEADLOCK(TRANSIENT),
    TIMEOUT(UNEXPECTED),
    SYNTAX(UNEXPECTED),
    MISSING_TABLE(UNEXPECTED),
    MISSING_COLUMN(UNEXPECTED),
    DUPLICATE_TABLE(EXPECTED),
    DUPLICATE_COLUMN(EXPECTED),
    DISK_FULL(UNEXPECTED),
    READ_ONLY(UNEXPECTED),
    CORRUPT(UNEXPECTED),
    PERMISSION(UNEXPECTED),
    ABORTED_TRANSACTION(UNEXPECTED),
    OTHER(UNEXPECTED);

    /** How a failure is met. */
    public enum Kind {
        /** Data that does not fit: the caller's business; logged at debug. */
        EXPECTED,
        /** Passes by itself: the work is run again; logged at warn when it was in vain. */
        TRANSIENT,
        /** Needs an engineer; logged at error. */
        UNEXPECTED
    }

    private final Kind kind;

    ErrorClass(Kind kind) {
        this.kind = kind;
    }

    /** Returns how a failure of this class is met. */
    public Kind kind() {
        return kind;
    }
}
