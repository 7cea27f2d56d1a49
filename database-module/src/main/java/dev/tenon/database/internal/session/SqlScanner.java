package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the parameters of a statement. What stands in quotation marks and comments is text, and so
 * is {@code ::} with what follows it.
 */
final class SqlScanner {

    private static final Set<String> BEFORE_ALL_COLUMNS =
            Set.of("SELECT", "DISTINCT", "ALL", "RETURNING", ",", ".");

    private final String sql;
    private final Set<Lexis> lexis;
    private final StringBuilder jdbc;
    private final List<String> names = new ArrayList<>();
    private int marks;
    private int at;
    private String keyword = "";
    private int keywordEnd;
    private String previous = "";
    private boolean trigger;
    private boolean ended;
    private boolean hidden;
    private boolean several;
    private boolean star;

    SqlScanner(String sql, Set<Lexis> lexis) {
        this.sql = sql;
        this.lexis = lexis;
        jdbc = new StringBuilder(sql.length());
    }

    void scan() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                copyTo(endOfQuoted(c));
            } else if (isLineComment(c)) {
                copyTo(endOrAfter(sql.indexOf('\n', at), 1));
            } else if (sql.startsWith("/*", at)) {
                copyTo(endOfComment());
            } else if (c == '$' && dollarTag() > 0) {
                copyTo(endOfDollarQuoted());
            } else if (c == ':' || c == '?') {
                parameter(c);
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
            } else {
                plain(c);
            }
        }
    }

    private void plain(char c) {
        if (c == ';') {
            ended = true;
        } else if (!Character.isWhitespace(c)) {
            // After a value it multiplies, and in parentheses it stands for rows.
            star |= c == '*' && BEFORE_ALL_COLUMNS.contains(previous);
            sawToken(String.valueOf(c));
        }
        copyTo(at + 1);
    }

    private void sawToken(String token) {
        // The body of a trigger has semicolons of its own.
        several |= ended && !trigger;
        previous = token;
    }

    private void word() {
        int end = endOfName(at);
        var word = sql.substring(at, end).toUpperCase(Locale.ROOT);
        sawToken(word);
        if (keyword.isEmpty()) {
            keyword = word;
            keywordEnd = end;
        } else if (keyword.equals("CREATE") && word.equals("TRIGGER")) {
            trigger = true;
        }
        copyTo(end);
    }

    private void parameter(char c) {
        sawToken("?");
        if (c == '?') {
            question();
        } else if (sql.startsWith("::", at)) {
            copyTo(at + 2);
        } else if (at + 1 < sql.length() && Character.isJavaIdentifierStart(sql.charAt(at + 1))) {
            int end = endOfName(at + 1);
            names.add(sql.substring(at + 1, end));
            jdbc.append('?');
            at = end;
        } else {
            copyTo(at + 1);
        }
    }

    private void question() {
        if (sql.startsWith("??", at)) {
            copyTo(at + 2);
        } else {
            marks++;
            copyTo(at + 1);
        }
    }

    private int endOfName(int start) {
        int end = start;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfQuoted(char quote) {
        boolean escapes = quote != '`' && (lexis.contains(Lexis.BACKSLASHES) || isEText(quote));
        sawToken("'");
        // A doubled quotation mark ends one text and begins the next, which comes to the same.
        return escapes ? endOfEscaped(quote) : endOrAfter(sql.indexOf(quote, at + 1), 1);
    }

    private boolean isEText(char quote) {
        return quote == '\''
                && lexis.contains(Lexis.E_TEXTS)
                && at > 0
                && !Character.isWhitespace(sql.charAt(at - 1))
                && previous.equals("E");
    }

    private int endOfEscaped(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (c == quote && !sql.startsWith(String.valueOf(quote), end + 1)) {
                return end + 1;
            }
            end += c == quote || c == '\\' ? 2 : 1;
        }
        return sql.length();
    }

    private boolean isLineComment(char c) {
        return sql.startsWith("--", at) || (c == '#' && lexis.contains(Lexis.HASH_COMMENTS));
    }

    private int endOfComment() {
        hidden |=
                lexis.contains(Lexis.EXECUTABLE_COMMENTS)
                        && (sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2));
        if (!lexis.contains(Lexis.NESTED_COMMENTS)) {
            return endOrAfter(sql.indexOf("*/", at + 2), 2);
        }
        int open = 1;
        int end = at + 2;
        while (open > 0 && end < sql.length()) {
            boolean ends = sql.startsWith("*/", end);
            boolean begins = sql.startsWith("/*", end);
            open += begins ? 1 : ends ? -1 : 0;
            end += begins || ends ? 2 : 1;
        }
        return end;
    }

    private int dollarTag() {
        int end = sql.indexOf('$', at + 1);
        for (int i = at + 1; i < end; i++) {
            if (!Character.isJavaIdentifierPart(sql.charAt(i))) {
                return 0;
            }
        }
        return end < 0 ? 0 : end + 1 - at;
    }

    private int endOfDollarQuoted() {
        sawToken("'");
        var tag = sql.substring(at, at + dollarTag());
        return endOrAfter(sql.indexOf(tag, at + tag.length()), tag.length());
    }

    private int endOrAfter(int found, int length) {
        return found < 0 ? sql.length() : found + length;
    }

    private void copyTo(int end) {
        jdbc.append(sql, at, end);
        at = end;
    }

    String jdbc() {
        return jdbc.toString();
    }

    List<String> names() {
        return names;
    }

    /** Returns how many parameters there are, or -1 if both kinds are mixed. */
    int parameters() {
        return names.isEmpty() ? marks : marks == 0 ? names.size() : -1;
    }

    String keyword() {
        return keyword;
    }

    String rest() {
        return sql.substring(keywordEnd);
    }

    /** Returns whether a comment is run. */
    boolean hidden() {
        return hidden;
    }

    boolean several() {
        return several;
    }

    boolean star() {
        return star;
    }
}
