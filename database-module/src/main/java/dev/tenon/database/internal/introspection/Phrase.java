package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An expression without what makes no difference: spaces, comments, parentheses round all of it,
 * and the case and quotation marks of names. Two phrases that are equal mean the same; two that are
 * not may yet do so.
 *
 * @param words its tokens
 */
public record Phrase(List<String> words) {

    public Phrase {
        words = List.copyOf(words);
    }

    /** Returns that of an expression. */
    public static Phrase of(String expression, Dialect dialect) {
        return of(expression, dialect, Map.of());
    }

    /**
     * Returns that of an expression over columns that have got other names.
     *
     * @param renamed the new names by the old ones, as {@link Dialect#folded} has them
     */
    public static Phrase of(String expression, Dialect dialect, Map<String, String> renamed) {
        var tokens = bare(Tokens.of(expression, dialect.lexis()));
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean isCall =
                    token.kind() == Token.Kind.WORD
                            && i + 1 < tokens.size()
                            && tokens.get(i + 1).is("(");
            words.add(word(token, dialect, isCall ? Map.of() : renamed));
        }
        return new Phrase(words);
    }

    /** Returns an expression without the parentheses round all of it. */
    static String unwrapped(String expression, Set<Lexis> lexis) {
        var all = Tokens.of(expression, lexis);
        var tokens = bare(all);
        return tokens.size() == all.size()
                ? expression.strip()
                : expression.substring(tokens.getFirst().start(), tokens.getLast().end());
    }

    private static String word(Token token, Dialect dialect, Map<String, String> renamed) {
        return switch (token.kind()) {
            case WORD -> name(token.text().toLowerCase(Locale.ROOT), dialect, renamed);
            case NAME -> name(token.text(), dialect, renamed);
            case TEXT -> "'" + token.text();
            case NUMBER -> token.text().toLowerCase(Locale.ROOT);
            case SYMBOL -> token.text();
        };
    }

    private static String name(String name, Dialect dialect, Map<String, String> renamed) {
        var folded = dialect.folded(name);
        return "n" + dialect.folded(renamed.getOrDefault(folded, folded));
    }

    /** Takes off the parentheses round all of it. */
    private static List<Token> bare(List<Token> tokens) {
        var rest = tokens;
        while (rest.size() > 2 && rest.getFirst().is("(") && closes(rest)) {
            rest = rest.subList(1, rest.size() - 1);
        }
        return rest;
    }

    private static boolean closes(List<Token> tokens) {
        int open = 0;
        for (int i = 0; i < tokens.size(); i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (open == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
