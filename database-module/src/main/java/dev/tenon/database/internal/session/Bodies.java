package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.Set;

/**
 * Tells the semicolons in the body of a routine, trigger or rule from the one that ends the
 * statement which creates it.
 */
public final class Bodies {

    private static final Set<String> MODIFIERS =
            Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "AGGREGATE");
    private static final Set<String> KINDS =
            Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "PACKAGE");

    private enum Place {
        /** Before the first word. */
        START,
        /** After CREATE or ALTER. */
        VERB,
        /** After DEFINER, before the kind. */
        DEFINER,
        /** After the kind of something that may have a body, which BEGIN opens. */
        HEAD,
        /** After a BEGIN that opens a body only with ATOMIC. */
        BEGIN,
        BODY,
        /** Where an END ends the body. */
        BODY_END,
        /** After the kind of something whose body the server ends. */
        OPEN_BODY,
        /** Where a semicolon in parentheses ends nothing. */
        RULE,
        /** Where each semicolon ends the statement. */
        PLAIN
    }

    private final Set<Lexis> lexis;
    private Place place = Place.START;
    private boolean routine;
    private int parentheses;

    /**
     * Begins before the first token of a statement.
     *
     * @param lexis how its engine reads it
     */
    public Bodies(Set<Lexis> lexis) {
        this.lexis = lexis;
    }

    /** Takes a word, in capitals. */
    public void word(String word) {
        place =
                switch (place) {
                    case START -> start(word);
                    case VERB, DEFINER -> verb(word);
                    case HEAD -> head(word);
                    case BEGIN -> word.equals("ATOMIC") ? Place.BODY_END : head(word);
                    case BODY_END -> word.equals("END") ? Place.PLAIN : Place.BODY;
                    case BODY, OPEN_BODY, RULE, PLAIN -> place;
                };
    }

    private static Place start(String word) {
        return word.equals("CREATE") || word.equals("ALTER") ? Place.VERB : Place.PLAIN;
    }

    private Place verb(String word) {
        if (KINDS.contains(word)) {
            routine = true;
            return kind(word);
        }
        if (word.equals("RULE") && lexis.contains(Lexis.ATOMIC_BODIES)) {
            return Place.RULE;
        }
        boolean definer = place == Place.DEFINER || word.equals("DEFINER");
        return definer ? Place.DEFINER : MODIFIERS.contains(word) ? Place.VERB : Place.PLAIN;
    }

    private Place kind(String word) {
        if (lexis.contains(Lexis.OPEN_BODIES)) {
            return Place.OPEN_BODY;
        }
        boolean trigger = word.equals("TRIGGER");
        return lexis.contains(trigger ? Lexis.TRIGGER_BODIES : Lexis.ATOMIC_BODIES)
                ? Place.HEAD
                : Place.PLAIN;
    }

    private Place head(String word) {
        if (!word.equals("BEGIN")) {
            return Place.HEAD;
        }
        return lexis.contains(Lexis.ATOMIC_BODIES) ? Place.BEGIN : Place.BODY;
    }

    /** Takes anything else but white space, comments and semicolons. */
    public void other(String token) {
        if (place == Place.BODY_END) {
            place = Place.BODY;
        } else if (place == Place.BEGIN) {
            place = Place.HEAD;
        }
        parentheses += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }

    /** Takes a semicolon and returns whether it ends the statement. */
    public boolean semicolon() {
        return switch (place) {
            case BODY, BODY_END -> {
                place = Place.BODY_END;
                yield false;
            }
            case OPEN_BODY -> false;
            case RULE -> parentheses <= 0;
            default -> true;
        };
    }

    /** Returns whether a routine or trigger is created, in which no value can be bound. */
    public boolean isRoutine() {
        return routine;
    }
}
