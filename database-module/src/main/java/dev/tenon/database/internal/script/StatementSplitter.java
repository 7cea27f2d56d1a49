package dev.tenon.database.internal.script;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.session.Bodies;
import dev.tenon.database.internal.session.SqlTokens;
import dev.tenon.database.internal.session.SqlTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a script into statements. MariaDB's {@code DELIMITER} is obeyed as its own client does;
 * where none is set, the body of a routine ends where its blocks do, as Flyway has it.
 */
final class StatementSplitter {

    private static final String SEMICOLON = ";";

    private final String text;
    private final Set<Lexis> lexis;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private List<String> leading = List.of();
    private Bodies bodies;
    private Blocks blocks = new Blocks();
    private String delimiter = SEMICOLON;
    private int base;
    private int from = -1;
    private int to;
    private int line = 1;
    private int counted;

    StatementSplitter(String text, Set<Lexis> lexis) {
        this.text = text;
        this.lexis = lexis;
        this.bodies = new Bodies(lexis);
    }

    List<String> leadingComments() {
        return leading;
    }

    List<ScriptStatement> statements() {
        int at = 0;
        while (at < text.length()) {
            at = read(at);
        }
        end();
        return List.copyOf(statements);
    }

    /** Reads on from a place where a token begins, and returns where to go on. */
    private int read(int start) {
        base = start;
        var tokens = new SqlTokens(text.substring(start), lexis);
        while (tokens.next()) {
            int at = start + tokens.start();
            int after = start + tokens.end();
            int delimited = delimiterIn(tokens);
            if (delimited >= 0) {
                if (delimited > 0) {
                    significant(at, at + delimited);
                }
                end();
                return at + delimited + delimiter.length();
            }
            if (isDelimiterCommand(tokens)) {
                return delimiterCommand(after);
            }
            take(tokens, at, after);
        }
        return text.length();
    }

    /** Returns where in a token the delimiter stands; {@code end$$} is one token. */
    private int delimiterIn(SqlTokens tokens) {
        boolean hides =
                tokens.kind() == Kind.QUOTED
                        || tokens.kind() == Kind.COMMENT
                        || tokens.kind() == Kind.RUN_COMMENT;
        if (delimiter.equals(SEMICOLON) || hides) {
            return -1;
        }
        if (tokens.kind() == Kind.WORD) {
            return tokens.text().indexOf(delimiter);
        }
        return text.startsWith(delimiter, base + tokens.start()) ? 0 : -1;
    }

    private void take(SqlTokens tokens, int at, int after) {
        switch (tokens.kind()) {
            case SPACE -> {}
            case COMMENT -> comments.add(tokens.text());
            case SEMICOLON -> semicolon(after);
            case WORD -> {
                var word = tokens.text().toUpperCase(Locale.ROOT);
                bodies.word(word);
                blocks.word(word);
                significant(at, after);
            }
            default -> {
                bodies.other(tokens.text());
                significant(at, after);
            }
        }
    }

    private void significant(int at, int after) {
        if (from < 0) {
            from = at;
            if (statements.isEmpty()) {
                leading = List.copyOf(comments);
            }
        }
        to = after;
    }

    private void semicolon(int after) {
        if (delimiter.equals(SEMICOLON) && isEnd()) {
            end();
        } else {
            to = after;
        }
    }

    private boolean isEnd() {
        boolean isBlockClosed = blocks.semicolon();
        return bodies.semicolon() || (isBlockClosed && lexis.contains(Lexis.OPEN_BODIES));
    }

    private boolean isDelimiterCommand(SqlTokens tokens) {
        return from < 0
                && lexis.contains(Lexis.OPEN_BODIES)
                && tokens.kind() == Kind.WORD
                && tokens.text().equalsIgnoreCase("DELIMITER");
    }

    private int delimiterCommand(int from) {
        int lineEnd = text.indexOf('\n', from);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        var chosen = text.substring(from, end).strip();
        if (!chosen.isEmpty()) {
            delimiter = chosen;
        }
        return end;
    }

    private void end() {
        if (from >= 0) {
            statements.add(
                    new ScriptStatement(text.substring(from, to), from, lineOf(from), comments));
            comments.clear();
        }
        from = -1;
        bodies = new Bodies(lexis);
        blocks = new Blocks();
    }

    private int lineOf(int place) {
        for (; counted < place; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
