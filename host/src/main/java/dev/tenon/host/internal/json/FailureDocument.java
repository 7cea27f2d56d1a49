package dev.tenon.host.internal.json;

import dev.tenon.core.error.Problem;

/**
 * What every command prints with {@code --json} if it fails as a whole, and has nothing else to
 * print.
 *
 * @param error why it has failed
 */
public record FailureDocument(ProblemDocument error) {

    /** Returns the document for the given problem. */
    public static FailureDocument of(Problem problem) {
        return new FailureDocument(ProblemDocument.of(problem));
    }
}
