package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the parameters of a statement, its first word and its end. */
final class SqlScanner {

    private final String sql;
    private final SqlTokens tokens;
    private final Bodies bodies;
    private final StringBuilder jdbc;
    private final StringBuilder significant = new StringBuilder(" ");
    private final List<String> names = new ArrayList<>();
    private int marks;
    private String foreign = "";
    private String keyword = "";
    private int keywordEnd;
    private int end;
    private boolean ended;
    private boolean hidden;
    private boolean several;

    SqlScanner(String sql, Set<Lexis> lexis) {
        this.sql = sql;
        tokens = new SqlTokens(sql, lexis);
        bodies = new Bodies(lexis);
        jdbc = new StringBuilder(sql.length());
    }

    void scan() {
        while (tokens.next()) {
            switch (tokens.kind()) {
                case SPACE, COMMENT -> copy();
                case RUN_COMMENT -> {
                    hidden = true;
                    copy();
                }
                case SEMICOLON -> semicolon();
                case WORD -> word();
                case NAMED -> named();
                case MARK -> {
                    marks++;
                    bodies.other("?");
                    significant("?");
                    copy();
                }
                case FOREIGN -> {
                    foreign = tokens.text();
                    other();
                }
                case QUOTED -> quoted();
                case OTHER -> other();
            }
        }
    }

    private void semicolon() {
        ended |= bodies.semicolon();
        if (!ended) {
            end = tokens.end();
        }
        copy();
    }

    private void word() {
        var word = tokens.text().toUpperCase(Locale.ROOT);
        bodies.word(word);
        if (keyword.isEmpty()) {
            keyword = word;
            keywordEnd = tokens.end();
        }
        significant(word);
        copy();
    }

    private void named() {
        if (bodies.isRoutine()) {
            other();
            return;
        }
        names.add(tokens.text().substring(1));
        bodies.other("?");
        significant("?");
        jdbc.append('?');
    }

    private void quoted() {
        var text = tokens.text();
        bodies.other(text);
        significant(isName(text) ? name(text) : "'");
        copy();
    }

    private static boolean isName(String quoted) {
        return "\"`[".indexOf(quoted.charAt(0)) >= 0;
    }

    /** Without spaces, so that what is in it is not taken for several tokens. */
    private static String name(String quoted) {
        var name = quoted.substring(1, Math.max(1, quoted.length() - 1));
        return '"' + name.toUpperCase(Locale.ROOT).replace(' ', '_') + '"';
    }

    private void other() {
        bodies.other(tokens.text());
        significant(tokens.text());
        copy();
    }

    private void significant(String token) {
        significant.append(token).append(' ');
        several |= ended;
        end = tokens.end();
    }

    /** MariaDB refuses a comment after the semicolon. */
    private void copy() {
        if (!ended) {
            jdbc.append(sql, tokens.start(), tokens.end());
        }
    }

    /**
     * Returns the statement as a session understands it.
     *
     * @param traits what to look for in its tokens
     */
    SqlText text(StatementTraits traits) {
        return new SqlText(
                sql,
                jdbc.toString(),
                List.copyOf(names),
                marks,
                foreign,
                keyword,
                sql.substring(keywordEnd),
                sql.substring(0, end),
                hidden,
                several,
                StatementTraits.isIn(significant, traits.leftovers()),
                StatementTraits.isIn(significant, traits.implicitCommits()));
    }
}
