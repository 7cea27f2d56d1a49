package dev.tenon.database.internal.introspection;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.introspection.Token.Kind;
import dev.tenon.database.internal.session.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the tokens of a text as its engine does, with numbers as one token. */
public final class Tokens {

    private final String sql;
    private final Set<Lexis> lexis;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String sql, Set<Lexis> lexis) {
        this.sql = sql;
        this.lexis = lexis;
    }

    /** Returns the tokens of a text. */
    public static List<Token> of(String sql, Set<Lexis> lexis) {
        return new Tokens(sql, lexis).tokens();
    }

    private List<Token> tokens() {
        var raw = new SqlTokens(sql, lexis);
        int done = 0;
        while (raw.next()) {
            if (raw.start() < done) {
                continue;
            }
            int number = endOfNumber(raw.start());
            if (number > raw.start()) {
                add(Kind.NUMBER, sql.substring(raw.start(), number), raw.start(), number);
                done = number;
            } else {
                add(raw);
            }
        }
        return List.copyOf(tokens);
    }

    private void add(SqlTokens raw) {
        var text = raw.text();
        switch (raw.kind()) {
            case SPACE, COMMENT -> {}
            case WORD -> add(Kind.WORD, text, raw.start(), raw.end());
            case QUOTED -> quoted(raw.start(), raw.end());
            default -> add(Kind.SYMBOL, text, raw.start(), raw.end());
        }
    }

    /** A doubled quotation mark has ended the token before, which goes on here. */
    private void quoted(int start, int end) {
        char mark = sql.charAt(start);
        int from = start;
        if (!tokens.isEmpty()
                && tokens.getLast().end() == start
                && sql.charAt(tokens.getLast().start()) == mark
                && "'\"`".indexOf(mark) >= 0) {
            from = tokens.removeLast().start();
        }
        var kind = mark == '\'' || mark == '$' ? Kind.TEXT : Kind.NAME;
        add(kind, Quoted.content(sql.substring(from, end), lexis), from, end);
    }

    private void add(Kind kind, String text, int start, int end) {
        tokens.add(new Token(kind, text, start, end));
    }

    /** Returns where the number ends that begins here; where it begins if none does. */
    private int endOfNumber(int from) {
        int at = digits(from);
        if (at == from && (!isAt(from, '.') || digits(from + 1) == from + 1)) {
            return from;
        }
        if (isAt(at, '.')) {
            at = digits(at + 1);
        }
        if (isAt(at, 'e') || isAt(at, 'E')) {
            int sign = isAt(at + 1, '+') || isAt(at + 1, '-') ? 1 : 0;
            int exponent = digits(at + 1 + sign);
            return exponent > at + 1 + sign ? exponent : at;
        }
        return at;
    }

    private boolean isAt(int index, char c) {
        return index < sql.length() && sql.charAt(index) == c;
    }

    private int digits(int from) {
        int at = from;
        while (at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
