package dev.tenon.database.internal.migration;

/** What is done about something that can be expected to go wrong at times. */
public enum Treatment {
    /** The module does not start. */
    FAIL,
    /** The log says it as a warning. */
    WARN,
    /** The log says it for whoever looks for errors. */
    SKIP
}
