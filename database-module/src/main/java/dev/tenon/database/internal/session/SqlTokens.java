package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.Set;

/**
 * Cuts a statement into tokens where its engine does. What is not ended, such as a text without its
 * last quotation mark, goes to the end.
 */
public final class SqlTokens {

    /** What a token is. */
    public enum Kind {
        SPACE,
        COMMENT,
        /** A comment that the server runs. */
        RUN_COMMENT,
        /** A text or a name in quotation marks. */
        QUOTED,
        WORD,
        /** A parameter by name. */
        NAMED,
        /** A parameter by position. */
        MARK,
        /** A parameter of a kind that only the engine knows. */
        FOREIGN,
        SEMICOLON,
        OTHER
    }

    private final String sql;
    private final Set<Lexis> lexis;
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;

    /**
     * Begins before the first token.
     *
     * @param sql the statement
     * @param lexis how its engine reads it
     */
    public SqlTokens(String sql, Set<Lexis> lexis) {
        this.sql = sql;
        this.lexis = lexis;
    }

    /** Goes to the next token, if there is one. */
    public boolean next() {
        if (end >= sql.length()) {
            return false;
        }
        boolean escapes = isEscaping();
        start = end;
        char c = at(start);
        if (isSpace(c) || (c == '\ufeff' && has(Lexis.BYTE_ORDER_MARKS))) {
            found(Kind.SPACE, start + 1);
        } else if (isNameStart(c)) {
            found(Kind.WORD, endOfName(start));
        } else if (isLineComment(c)) {
            found(Kind.COMMENT, endOfLine(start));
        } else if (sql.startsWith("/*", start)) {
            found(isRun() ? Kind.RUN_COMMENT : Kind.COMMENT, endOfComment());
        } else {
            int quoted = endOfQuoted(c, escapes);
            if (quoted > start) {
                found(Kind.QUOTED, quoted);
            } else {
                symbol(c);
            }
        }
        return true;
    }

    private void found(Kind found, int until) {
        kind = found;
        end = until;
    }

    /** Returns what kind of token it is. */
    public Kind kind() {
        return kind;
    }

    /** Returns the token as it stands in the statement. */
    public String text() {
        return sql.substring(start, end);
    }

    /** Returns the index of its first character. */
    public int start() {
        return start;
    }

    /** Returns the index after its last character. */
    public int end() {
        return end;
    }

    /** Returns the character, or one that stands for nothing beyond the end. */
    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private boolean has(Lexis one) {
        return lexis.contains(one);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** All engines take whatever is not ASCII for a letter. */
    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }

    private int endOfName(int from) {
        int at = from;
        while (isNamePart(at(at))) {
            at++;
        }
        return at;
    }

    private boolean isLineComment(char c) {
        if (c == '#') {
            return has(Lexis.HASH_COMMENTS);
        }
        char after = at(start + 2);
        return sql.startsWith("--", start)
                && (!has(Lexis.SPACED_DASHES) || after <= ' ' || after == 0x7f);
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < sql.length() && !isLineEnd(at(at))) {
            at++;
        }
        return at;
    }

    private boolean isLineEnd(char c) {
        return c == '\n' || (c == '\r' && has(Lexis.RETURNS_END_LINES));
    }

    private boolean isRun() {
        return has(Lexis.EXECUTABLE_COMMENTS)
                && (sql.startsWith("!", start + 2) || sql.startsWith("M!", start + 2));
    }

    private int endOfComment() {
        int open = 1;
        int at = start + 2;
        while (open > 0 && at < sql.length()) {
            boolean ends = sql.startsWith("*/", at);
            boolean begins = has(Lexis.NESTED_COMMENTS) && sql.startsWith("/*", at);
            open += begins ? 1 : ends ? -1 : 0;
            at += begins || ends ? 2 : 1;
        }
        return Math.min(at, sql.length());
    }

    /** Returns whether a quotation mark that comes next begins a text with escapes. */
    private boolean isEscaping() {
        return has(Lexis.BACKSLASHES)
                || (has(Lexis.E_TEXTS)
                        && kind == Kind.WORD
                        && end - start == 1
                        && (at(start) == 'E' || at(start) == 'e'));
    }

    /** Returns where the text or name ends that begins here; where it begins if none does. */
    private int endOfQuoted(char c, boolean escapes) {
        return switch (c) {
            case '\'' -> escapes ? endOfEscapedText() : endOfText(start + 1, c);
            case '"' ->
                    has(Lexis.BACKSLASHES) ? endOfEscaped(start + 1, c) : endOfText(start + 1, c);
            case '`' -> has(Lexis.BACKTICKS) ? endOfText(start + 1, c) : start;
            case '[' -> has(Lexis.BRACKETS) ? endOfText(start + 1, ']') : start;
            case '$' -> endOfDollarQuoted();
            default -> start;
        };
    }

    /** A doubled quotation mark ends one text and begins the next, which comes to the same. */
    private int endOfText(int from, char quote) {
        return after(sql.indexOf(quote, from), 1);
    }

    private int after(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    /** What goes on in the next line goes on with escapes. */
    private int endOfEscapedText() {
        int at = endOfEscaped(start + 1, '\'');
        if (has(Lexis.BACKSLASHES)) {
            return at;
        }
        for (int next = continuation(at); next > at; next = continuation(at)) {
            at = endOfEscaped(next, '\'');
        }
        return at;
    }

    private int endOfEscaped(int from, char quote) {
        int at = from;
        while (at < sql.length()) {
            char c = at(at);
            if (c == quote && at(at + 1) != quote) {
                return at + 1;
            }
            at += c == quote || c == '\\' ? 2 : 1;
        }
        return sql.length();
    }

    /** Returns where the text goes on after a line's end; the same place if it does not. */
    private int continuation(int from) {
        int at = from;
        boolean newLine = false;
        while (at < sql.length()) {
            if (isSpace(at(at))) {
                newLine |= isLineEnd(at(at));
                at++;
            } else if (sql.startsWith("--", at)) {
                at = endOfLine(at);
            } else {
                break;
            }
        }
        return newLine && at(at) == '\'' ? at + 1 : from;
    }

    private int endOfDollarQuoted() {
        if (!has(Lexis.DOLLAR_TEXTS)) {
            return start;
        }
        int at = start + 1;
        while (isNameStart(at(at)) || (at > start + 1 && isDigit(at(at)))) {
            at++;
        }
        if (at(at) != '$') {
            return start;
        }
        var tag = sql.substring(start, at + 1);
        return after(sql.indexOf(tag, at + 1), tag.length());
    }

    private void symbol(char c) {
        switch (c) {
            case ';' -> found(Kind.SEMICOLON, start + 1);
            case '?' -> question();
            case ':' -> colon();
            case '@', '$' -> {
                int name = endOfName(start + 1);
                boolean foreign = has(Lexis.MORE_PARAMETERS) && name > start + 1;
                found(foreign ? Kind.FOREIGN : Kind.OTHER, foreign ? name : start + 1);
            }
            default -> found(Kind.OTHER, start + 1);
        }
    }

    private void question() {
        if (at(start + 1) == '?') {
            found(Kind.OTHER, start + 2);
        } else if (has(Lexis.MORE_PARAMETERS) && isDigit(at(start + 1))) {
            found(Kind.FOREIGN, endOfName(start + 1));
        } else {
            found(Kind.MARK, start + 1);
        }
    }

    private void colon() {
        if (at(start + 1) == ':') {
            found(Kind.OTHER, start + 2);
        } else if (isNameStart(at(start + 1)) && !belongsToValue()) {
            found(Kind.NAMED, endOfName(start + 1));
        } else if (has(Lexis.MORE_PARAMETERS) && isDigit(at(start + 1))) {
            found(Kind.FOREIGN, endOfName(start + 1));
        } else {
            found(Kind.OTHER, start + 1);
        }
    }

    private boolean belongsToValue() {
        if (!has(Lexis.COLONS_AFTER_VALUES) || start == 0) {
            return false;
        }
        char before = at(start - 1);
        return isNamePart(before) || ")]'\"?".indexOf(before) >= 0;
    }
}
