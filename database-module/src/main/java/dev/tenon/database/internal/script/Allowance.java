package dev.tenon.database.internal.script;

import java.util.Optional;

/**
 * Leave for a statement to do something dangerous, in a comment line above it or within it: {@code
 * -- tenon: allow(drop-column) nobody reads it any more}.
 *
 * @param kind what is allowed
 * @param reason why; empty if the script does not tell
 */
public record Allowance(String kind, String reason) {

    private static final String BEGINNING = "allow(";

    static Optional<Allowance> of(String comment) {
        return TenonComment.content(comment)
                .filter(content -> content.startsWith(BEGINNING) && content.indexOf(')') > 0)
                .map(content -> {
                    int end = content.indexOf(')');
                    return new Allowance(
                            content.substring(BEGINNING.length(), end).strip(),
                            content.substring(end + 1).strip());
                });
    }

    /** Returns the line of a script that says it. */
    public String line() {
        return TenonComment.BEGINNING + " " + BEGINNING + kind + ") " + reason;
    }
}
