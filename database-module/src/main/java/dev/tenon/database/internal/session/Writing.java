package dev.tenon.database.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * The writes that a thread is in, the innermost first; they are on different databases.
 *
 * @param sessions of the innermost
 * @param around the one that it stands in
 */
record Writing(Sessions sessions, @Nullable Writing around) {

    /** Returns whether one of them is on the database of the sessions. */
    static boolean isUnder(@Nullable Writing innermost, Sessions sessions) {
        for (var w = innermost; w != null; w = w.around()) {
            if (w.sessions().equals(sessions)) {
                return true;
            }
        }
        return false;
    }
}
