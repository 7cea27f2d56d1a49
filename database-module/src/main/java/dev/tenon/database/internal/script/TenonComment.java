package dev.tenon.database.internal.script;

import java.util.Optional;

/** A comment in a script that is meant for Tenon: {@code -- tenon: …}. */
final class TenonComment {

    static final String BEGINNING = "-- tenon:";

    private TenonComment() {}

    /** Returns what stands behind the beginning; nothing if it is any other comment. */
    static Optional<String> content(String comment) {
        return comment.startsWith(BEGINNING)
                ? Optional.of(comment.substring(BEGINNING.length()).strip())
                : Optional.empty();
    }
}
