package dev.tenon.crud;

/** What becomes of the other changes of a bulk when one cannot be made. */
public enum BulkMode {
    /** They are undone: all changes are made, or none. */
    ALL_OR_NOTHING,
    /**
     * They are made: each has an outcome of its own. All are in one transaction, and what only its
     * commit finds, as deferred constraints do, undoes them all.
     */
    EACH
}
