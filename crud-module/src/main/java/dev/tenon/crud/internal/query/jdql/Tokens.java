package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.jdql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a query, one after the other. */
final class Tokens {

    /** Words that begin or end something, and cannot be the name of an attribute by themselves. */
    private static final Set<String> KEYWORDS =
            Set.of(
                    "select", "update", "set", "delete", "from", "where", "order", "by", "asc",
                    "desc", "not", "and", "or", "between", "like", "in", "is", "null", "true",
                    "false");

    private final List<Token> tokens;
    private int position;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    /**
     * Returns the word that comes so many words later, or came before if the number is negative.
     */
    Token peek(int ahead) {
        return tokens.get(Math.clamp(position + ahead, 0, tokens.size() - 1));
    }

    Token take() {
        var token = peek();
        position++;
        return token;
    }

    /** Takes the next word if it is this keyword. */
    boolean took(String keyword) {
        boolean isIt = peek().isWord(keyword);
        if (isIt) {
            position++;
        }
        return isIt;
    }

    /** Takes the next word if it is this symbol. */
    boolean tookSymbol(String symbol) {
        boolean isIt = peek().isSymbol(symbol);
        if (isIt) {
            position++;
        }
        return isIt;
    }

    Token expect(String keyword) throws SyntaxFlaw {
        if (!peek().isWord(keyword)) {
            throw unexpected(keyword.toUpperCase(Locale.ROOT));
        }
        return take();
    }

    Token expectSymbol(String symbol) throws SyntaxFlaw {
        if (!peek().isSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        return take();
    }

    /** Takes a name, which is no keyword. */
    Token expectName(String what) throws SyntaxFlaw {
        if (!isName(peek())) {
            throw unexpected(what);
        }
        return take();
    }

    static boolean isName(Token token) {
        return token.kind() == Kind.WORD
                && !KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Returns the flaw that something else should stand here. */
    SyntaxFlaw unexpected(String expected) {
        return new SyntaxFlaw(
                peek().span(),
                "There is " + peek().shown() + " where " + expected + " is expected",
                "",
                "Write " + expected + " there.");
    }

    /**
     * Returns the word behind the parenthesis that closes the one which comes next; the end if none
     * does.
     */
    Token behindParentheses() {
        int open = 0;
        for (int ahead = 0; ; ahead++) {
            var token = peek(ahead);
            if (token.kind() == Kind.END) {
                return token;
            }
            if (token.isSymbol("(")) {
                open++;
            } else if (token.isSymbol(")") && --open == 0) {
                return peek(ahead + 1);
            }
        }
    }
}
