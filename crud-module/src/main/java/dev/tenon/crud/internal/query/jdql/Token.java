package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.tree.Span;

/**
 * A word of a query.
 *
 * @param text as it is written; of a string and a parameter what it means
 */
record Token(Kind kind, String text, Span span) {

    enum Kind {
        WORD,
        STRING,
        INTEGER,
        DECIMAL,
        NAMED,
        ORDINAL,
        SYMBOL,
        END
    }

    /** Returns whether it is this keyword, however it is written. */
    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Returns how an error calls it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the query";
            case STRING -> "the text '" + text + "'";
            case NAMED -> ":" + text;
            case ORDINAL -> "?" + text;
            default -> "'" + text + "'";
        };
    }
}
