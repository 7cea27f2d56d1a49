package dev.tenon.database.internal.lint;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.GenerationError;
import java.util.Optional;

/**
 * A dangerous part of a script.
 *
 * @param danger what it can do
 * @param what the part, as it is named in a sentence: {@code DROP TABLE "note"}
 * @param sql the statement
 * @param line the line of the script that the statement begins in, from 1
 */
public record Finding(Danger danger, String what, String sql, int line) {

    /**
     * Returns it as a problem.
     *
     * @param place where the script is: its path in the module
     */
    public Problem problem(String place) {
        return new Problem(
                GenerationError.DANGEROUS,
                danger.severity(),
                "%s in line %d of %s %s (%s)."
                        .formatted(what, line, place, danger.effect(), danger.id()),
                "",
                danger.recipe()
                        + " If it is meant, write above the statement: -- tenon: allow("
                        + danger.id()
                        + ") and the reason.",
                Optional.empty());
    }
}
