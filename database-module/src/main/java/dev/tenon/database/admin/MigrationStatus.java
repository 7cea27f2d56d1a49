package dev.tenon.database.admin;

import java.time.Instant;
import java.util.Optional;

/**
 * How one migration stands in one database.
 *
 * @param version its version; empty for one that is repeated
 * @param description in words
 * @param place where the module has it; nothing if it does not
 * @param state how it stands
 * @param at when it has run; nothing if it has not
 */
public record MigrationStatus(
        String version,
        String description,
        Optional<String> place,
        State state,
        Optional<Instant> at) {

    /** How a migration can stand. */
    public enum State {
        /** It has not run, and will. */
        PENDING,
        /** It has run. */
        APPLIED,
        /** It has run, and was taken back or replaced since. */
        PAST,
        /** It stands for what the database held before, or is part of that. */
        BASELINE,
        /** It has failed, and the engine could not take it back. */
        FAILED,
        /** It has run, and the module says something else now. */
        CHANGED,
        /** It has run, and the module does not have it. */
        MISSING,
        /** It has run, and is above all that the module has. */
        NEWER,
        /** It has not run, and is below one that has. */
        TOO_LATE
    }
}
