package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;

/**
 * Something dangerous in a script that somebody has written.
 *
 * @param place the path of the script in its module
 * @param line the line in which the statement begins, from 1
 * @param danger the kind of danger, by which a comment allows it: {@code drop-column}
 * @param problem what it can do, the safe way, and how to allow it; an error if the script fails
 *     with it in any case
 */
public record ScriptFinding(String place, int line, String danger, Problem problem) {

    public ScriptFinding {
        requireNonNull(place, "place");
        requireNonNull(danger, "danger");
        requireNonNull(problem, "problem");
    }
}
