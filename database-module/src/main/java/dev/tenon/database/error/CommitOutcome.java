package dev.tenon.database.error;

/** What has become of the changes of a session that failed. */
public enum CommitOutcome {
    /** They hold, although something failed afterwards. */
    APPLIED,
    /** They do not hold. */
    NOT_APPLIED,
    /**
     * Nobody knows: the connection was lost while the commit was under way, or while a statement
     * ran that commits by itself.
     */
    UNKNOWN
}
