package dev.tenon.crud.internal.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words and signs of a condition, read one after the other. For one thread. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<number>[0-9]+(?:\\.[0-9]+)?)"
                            + "|(?<text>'(?:[^']|'')*')"
                            + "|(?<quoted>\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`)"
                            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
                            + "|(?<sign><>|<=|>=|!=|[=<>(),-]))");

    /** What a token is. */
    enum Kind {
        NUMBER,
        TEXT,
        QUOTED,
        WORD,
        SIGN
    }

    /**
     * A token.
     *
     * @param text a text and a name without quotation marks
     */
    record Token(Kind kind, String text) {}

    private final List<Token> tokens;
    private int position;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns those of a condition, or nothing if it has others. */
    static Optional<Tokens> of(String condition) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(condition);
        int end = 0;
        while (end < condition.length() && !condition.substring(end).isBlank()) {
            if (!matcher.region(end, condition.length()).lookingAt()) {
                return Optional.empty();
            }
            for (Kind kind : Kind.values()) {
                var found = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (found != null) {
                    tokens.add(new Token(kind, bare(kind, found)));
                }
            }
            end = matcher.end();
        }
        return Optional.of(new Tokens(tokens));
    }

    private static String bare(Kind kind, String found) {
        if (kind != Kind.TEXT && kind != Kind.QUOTED) {
            return found;
        }
        var mark = found.substring(0, 1);
        return found.substring(1, found.length() - 1).replace(mark + mark, mark);
    }

    /** Takes the next token if it is the sign. */
    boolean takeSign(String sign) {
        return take(Kind.SIGN, sign);
    }

    /** Takes the next token if it is the word, in any case. */
    boolean takeWord(String word) {
        return take(Kind.WORD, word);
    }

    private boolean take(Kind kind, String text) {
        boolean isNext =
                position < tokens.size()
                        && tokens.get(position).kind() == kind
                        && tokens.get(position).text().equalsIgnoreCase(text);
        if (isNext) {
            position++;
        }
        return isNext;
    }

    /** Takes the next token, if there is one. */
    Optional<Token> next() {
        return position < tokens.size() ? Optional.of(tokens.get(position++)) : Optional.empty();
    }

    boolean isAtEnd() {
        return position == tokens.size();
    }

    int position() {
        return position;
    }

    /** Goes back to where it was before. */
    void back(int earlier) {
        position = earlier;
    }
}
