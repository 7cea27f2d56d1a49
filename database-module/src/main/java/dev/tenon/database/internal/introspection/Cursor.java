package dev.tenon.database.internal.introspection;

import java.util.List;

/** A place among the tokens of a statement. */
final class Cursor {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    Cursor(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    int place() {
        return at;
    }

    Token current() {
        return tokens.get(at);
    }

    boolean is(String keyword) {
        return !atEnd() && current().is(keyword);
    }

    /** Returns whether the keyword comes after the current token. */
    boolean isNext(String keyword) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is(keyword);
    }

    /** Goes past one token, or past all to the parenthesis that closes it. */
    void skip() {
        int open = 0;
        do {
            open += is("(") ? 1 : is(")") ? -1 : 0;
            at++;
        } while (open > 0 && !atEnd());
    }

    /** Goes past the keyword, if it is there. */
    boolean take(String keyword) {
        boolean found = is(keyword);
        if (found) {
            at++;
        }
        return found;
    }

    /** Goes past the keywords, if all are there. */
    boolean take(String first, String second) {
        boolean found = is(first) && isNext(second);
        if (found) {
            at += 2;
        }
        return found;
    }

    /** Goes past a token and returns its text; nothing at the end. */
    String takeText() {
        if (atEnd()) {
            return "";
        }
        at++;
        return tokens.get(at - 1).text();
    }

    /** Goes past an expression in parentheses and returns what stands between them. */
    String takeInner() {
        int from = at;
        skip();
        return from + 1 < at - 1 ? text(from + 1, at - 1) : "";
    }

    /** Returns the text of the tokens from one place up to another. */
    String text(int from, int to) {
        return from < to ? sql.substring(tokens.get(from).start(), tokens.get(to - 1).end()) : "";
    }
}
