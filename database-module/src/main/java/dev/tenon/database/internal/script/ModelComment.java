package dev.tenon.database.internal.script;

import java.util.Optional;

/**
 * The comment above the first statement of a migration which says that databases whose tables were
 * made from a model, without migrations, stand at its version: {@code -- tenon: model=1-8c1f…}.
 */
public final class ModelComment {

    private static final String BEGINNING = "model=";

    private ModelComment() {}

    /**
     * Returns the line of a script that says it.
     *
     * @param fingerprint what tells the model from others
     */
    public static String line(String fingerprint) {
        return TenonComment.BEGINNING + " " + BEGINNING + fingerprint;
    }

    /** Returns what tells the model from others, if the script names one. */
    public static Optional<String> of(String script) {
        return script.lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .flatMap(line -> TenonComment.content(line).stream())
                .filter(content -> content.startsWith(BEGINNING))
                .map(content -> content.substring(BEGINNING.length()).strip())
                .findFirst();
    }
}
