package dev.tenon.database.internal.introspection;

/**
 * A token of a statement, without spaces and comments.
 *
 * @param kind what it is
 * @param text as it stands there; a name or a text without its quotation marks
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What it is. */
    public enum Kind {
        WORD,
        /** A name in quotation marks. */
        NAME,
        /** A text. */
        TEXT,
        NUMBER,
        SYMBOL
    }

    /** Returns whether it is the keyword, or the symbol. */
    public boolean is(String keyword) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keyword);
    }

    /** Returns whether it can be a name. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
