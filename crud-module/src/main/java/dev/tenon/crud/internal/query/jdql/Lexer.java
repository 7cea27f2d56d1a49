package dev.tenon.crud.internal.query.jdql;

import dev.tenon.crud.internal.query.jdql.Token.Kind;
import dev.tenon.crud.internal.query.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Cuts a query into its words. */
final class Lexer {

    private static final String WHITESPACE = " \t\n\f\r";
    private static final List<String> SYMBOLS =
            List.of("<>", "<=", ">=", "||", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",", ".");

    /** A number as Java writes it; those of Jakarta Persistence end with BI and BD, too. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<digits>(\\d[\\d_]*)?(?<fraction>\\.[\\d_]*)?(?<exponent>[eE][+-]?\\d+)?)"
                            + "(?<suffix>[lLfFdD]|[bB][iIdD])?");

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String query) {
        this.query = query;
    }

    /** Returns the words, and behind them one of the kind END. */
    static List<Token> tokens(String query) throws SyntaxFlaw {
        var lexer = new Lexer(query);
        while (lexer.position < query.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", new Span(query.length(), query.length())));
        return lexer.tokens;
    }

    private void next() throws SyntaxFlaw {
        char c = query.charAt(position);
        if (WHITESPACE.indexOf(c) >= 0) {
            position++;
        } else if (Character.isJavaIdentifierStart(c)) {
            int start = position;
            add(Kind.WORD, start, word());
        } else if (c == '\'') {
            string();
        } else if (isDigit(c) || (c == '.' && isDigit(at(position + 1)))) {
            number();
        } else if (c == ':') {
            named();
        } else if (c == '?') {
            ordinal();
        } else {
            symbol();
        }
    }

    private String word() {
        return whileTrue(Character::isJavaIdentifierPart);
    }

    private void string() throws SyntaxFlaw {
        int start = position;
        var text = new StringBuilder();
        for (position++; ; position++) {
            int end = query.indexOf('\'', position);
            if (end < 0) {
                throw new SyntaxFlaw(
                        new Span(start, query.length()),
                        "The text that begins has no end",
                        "A text stands between two apostrophes.",
                        "Write ' behind it, and '' for an apostrophe within it.");
            }
            text.append(query, position, end);
            position = end + 1;
            if (at(position) != '\'') {
                add(Kind.STRING, start, text.toString());
                return;
            }
            text.append('\'');
        }
    }

    private void number() throws SyntaxFlaw {
        int start = position;
        var number = NUMBER.matcher(query).region(position, query.length());
        number.lookingAt();
        position = number.end();
        var suffix = number.group("suffix") == null ? "" : number.group("suffix");
        boolean hasFraction = number.group("fraction") != null || number.group("exponent") != null;
        boolean isWhole = suffix.isEmpty() || suffix.matches("(?i)l|bi");
        if (Character.isJavaIdentifierPart(at(position))
                || (hasFraction && isWhole && !suffix.isEmpty())) {
            word();
            throw badNumber(start);
        }
        add(
                isWhole && !hasFraction ? Kind.INTEGER : Kind.DECIMAL,
                start,
                query.substring(start, position));
    }

    private SyntaxFlaw badNumber(int start) {
        return new SyntaxFlaw(
                new Span(start, position),
                "'" + query.substring(start, position) + "' is no number",
                "A whole number is written as 12 or 12L, another one as 1.5, 1e4, 1.5f or 1.5d.",
                "Write it so, or put a space behind the number.");
    }

    private void named() throws SyntaxFlaw {
        int start = position++;
        var name = Character.isJavaIdentifierStart(at(position)) ? word() : "";
        if (name.isEmpty()) {
            throw new SyntaxFlaw(
                    new Span(start, position),
                    "There is no name behind the colon",
                    "A parameter is written as a colon and its name.",
                    "Write the name of the method's parameter directly behind the colon.");
        }
        add(Kind.NAMED, start, name);
    }

    private void ordinal() throws SyntaxFlaw {
        int start = position++;
        var digits = whileTrue(Lexer::isDigit);
        if (digits.isEmpty() || digits.length() > 4) {
            throw new SyntaxFlaw(
                    new Span(start, position),
                    "There is no number of a parameter behind the question mark",
                    "Parameters are numbered from ?1 in the order of the method.",
                    "Write ?1 for the first parameter of the method.");
        }
        add(Kind.ORDINAL, start, digits);
    }

    private void symbol() throws SyntaxFlaw {
        for (var symbol : SYMBOLS) {
            if (query.startsWith(symbol, position)) {
                position += symbol.length();
                add(Kind.SYMBOL, position - symbol.length(), symbol);
                return;
            }
        }
        boolean isInequality = query.startsWith("!=", position);
        var wrong = isInequality ? "!=" : Character.toString(query.codePointAt(position));
        throw new SyntaxFlaw(
                new Span(position, position + wrong.length()),
                "'" + wrong + "' means nothing",
                "The operators are = <> < <= > >= + - * / ||, and texts stand in apostrophes.",
                isInequality ? "Write <> for it." : "Leave it out.");
    }

    private String whileTrue(IntPredicate condition) {
        int start = position;
        while (position < query.length() && condition.test(query.charAt(position))) {
            position++;
        }
        return query.substring(start, position);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private char at(int index) {
        return index < query.length() ? query.charAt(index) : ' ';
    }

    private void add(Kind kind, int start, String text) {
        tokens.add(new Token(kind, text, new Span(start, position)));
    }
}
