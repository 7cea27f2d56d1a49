package dev.tenon.core;

/**
 * Where a module stands.
 *
 * <p>The way of a module that starts and stops is DISCOVERED, RESOLVED, READY, STARTED, STOPPED.
 * From each of the first three it can get to FAILED or BLOCKED, and then stays there.
 */
public enum ModuleState {
    /** Its file was found and its descriptor read. */
    DISCOVERED,
    /** Everything it requires is there; it has its place in the start order. */
    RESOLVED,
    /** Its layer and its beans are up and {@code register} has returned. */
    READY,
    /** {@code start} has returned: it works. */
    STARTED,
    /** It was stopped after it had started, or after it was READY. */
    STOPPED,
    /** It has a problem of its own. */
    FAILED,
    /** A module that it requires is FAILED or BLOCKED. */
    BLOCKED
}
