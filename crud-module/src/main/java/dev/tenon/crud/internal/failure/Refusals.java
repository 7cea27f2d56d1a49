package dev.tenon.crud.internal.failure;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.SimilarName;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.RequestException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the exceptions of one database.
 *
 * @param module the name of its module, if it is known
 * @param database its name
 */
public record Refusals(Optional<String> module, String database) {

    /** How many names a message lists. */
    private static final int LISTED = 40;

    /** How much of a name or a value a message shows. */
    private static final int SHOWN = 60;

    /** Returns the exception of a request that cannot be served. */
    public RequestException of(CrudError error, String fact, String cause) {
        return new RequestException(error, fact, cause, context(Map.of()));
    }

    /** Returns the exception for a name that is not there, and tells what is. */
    public RequestException unknown(
            CrudError error, String fact, String wrong, Collection<String> there) {
        return of(error, fact, offer(wrong, there));
    }

    /** Tells which names there are, and which was probably meant. */
    public static String offer(String wrong, Collection<String> there) {
        if (there.isEmpty()) {
            return "There is none.";
        }
        var listed =
                there.stream().limit(LISTED).map(Refusals::shown).collect(Collectors.joining(", "));
        int more = there.size() - LISTED;
        return "There is "
                + listed
                + (more > 0 ? " and " + more + " more" : "")
                + "."
                + SimilarName.of(wrong, there)
                        .map(name -> " Was " + shown(name) + " meant?")
                        .orElse("");
    }

    /** Returns the context of a failure of a table. */
    public ErrorContext context(Map<String, String> data) {
        var now = ErrorContext.now();
        return new ErrorContext(now.time(), now.id(), module, Optional.of(database), data);
    }

    /** Returns a text as a message shows it: short, and without what moves the cursor. */
    public static String shown(String text) {
        var printable = text.replaceAll("\\p{C}", "?");
        return printable.codePointCount(0, printable.length()) <= SHOWN
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
