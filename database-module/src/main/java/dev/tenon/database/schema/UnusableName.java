package dev.tenon.database.schema;

import java.util.Optional;

/** What no engine, or no terminal, can cope with in a name. Anything else is quoted. */
final class UnusableName {

    private UnusableName() {}

    static Optional<String> reason(String name) {
        if (name.isBlank()) {
            return Optional.of("It is empty.");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("It begins or ends with a space.");
        }
        if (name.codePoints().anyMatch(UnusableName::steersOrBreaks)) {
            return Optional.of("It holds a control character or half a character.");
        }
        return name.codePoints().anyMatch(c -> c > 0xFFFF)
                ? Optional.of("It holds a character beyond U+FFFF, which MariaDB cannot name.")
                : Optional.empty();
    }

    /** Returns the name free of what would steer a terminal. */
    static String shown(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(c -> text.appendCodePoint(steersOrBreaks(c) ? '?' : c));
        return text.toString();
    }

    private static boolean steersOrBreaks(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
