package dev.tenon.database.internal.generation.proof;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.GenerationError;
import dev.tenon.database.error.GenerationException;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the exceptions of one generation.
 *
 * @param module the module whose migration it is
 * @param database its database
 */
public record GenerationFailures(String module, String database) {

    private static final int SHOWN = 400;

    public GenerationException of(GenerationError error, String what, String cause) {
        // Commands are to be copied.
        var remedy = error.remedy().replace("NAME", module);
        return of(Problem.error(error, fact(what), cause, remedy));
    }

    public GenerationException of(GenerationError error, String what, Exception thrown) {
        return of(
                Problem.error(error, fact(what), Problem.describe(thrown), error.remedy())
                        .from(thrown));
    }

    /** Returns the exception for a statement that fails on the copy. */
    public GenerationException of(String direction, FailedStatement failure) {
        return of(
                Problem.error(
                                failure.error(),
                                fact(
                                        "it fails on a copy, "
                                                + direction
                                                + ", at: "
                                                + shown(failure)),
                                Problem.describe(
                                        failure.getCause() == null ? failure : failure.getCause()),
                                failure.error().remedy())
                        .from(failure));
    }

    private static String shown(FailedStatement failure) {
        var line = failure.sql().replaceAll("\\s+", " ").replaceAll("\\p{C}", "?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }

    private String fact(String what) {
        return "No migration was generated for the database %s of the module %s: %s."
                .formatted(database, module, what);
    }

    private GenerationException of(Problem problem) {
        var now = ErrorContext.now();
        return new GenerationException(
                problem,
                new ErrorContext(
                        now.time(),
                        now.id(),
                        Optional.of(module),
                        Optional.of(database),
                        Map.of()));
    }
}
