package dev.tenon.database.schema;

import java.util.Optional;

/**
 * Tells whether an SQL expression stays within the parentheses that are put round it. Whether the
 * engine understands it is for the engine to say.
 */
final class SqlCondition {

    private SqlCondition() {}

    /** Returns what is wrong, as a sentence. */
    static Optional<String> flaw(String condition) {
        if (condition.isBlank()) {
            return Optional.of("It is empty.");
        }
        int open = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            switch (c) {
                case '\'', '"', '`' -> {
                    i = condition.indexOf(c, i + 1);
                    if (i < 0) {
                        return Optional.of("A quotation mark " + c + " is not closed.");
                    }
                }
                case '(' -> open++;
                case ')' -> open--;
                case ';', '\0', '\\', '#', '$' ->
                        // Where they mean something outside of quotes, they end or hide the rest.
                        open = -1;
                case '-', '/' -> {
                    if (condition.startsWith("--", i) || condition.startsWith("/*", i)) {
                        open = -1;
                    }
                }
                default -> {}
            }
            if (open < 0) {
                return Optional.of("'" + condition.substring(i, i + 1) + "' ends it too early.");
            }
        }
        return open == 0 ? Optional.empty() : Optional.of("A parenthesis is not closed.");
    }
}
