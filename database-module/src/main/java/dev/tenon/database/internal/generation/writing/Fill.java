package dev.tenon.database.internal.generation.writing;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.session.SqlTokens;
import java.util.Optional;
import java.util.Set;

/**
 * The value for a column in rows that are there already, where the difference alone does not tell
 * it.
 *
 * @param table the table, by the name that it gets
 * @param column the column, by the name that it gets
 * @param expression an SQL expression of the engine over the columns of the row, which have their
 *     new names
 */
public record Fill(String table, String column, String expression) {

    /** Returns how it is named in a message: {@code note.title}. */
    public String place() {
        return table + "." + column;
    }

    /**
     * Returns why the expression would not stay one in a statement, if so: what follows it there
     * would be cut off, or it would bring statements of its own, which the proof runs on a server.
     *
     * @param lexis how the engine reads it
     */
    public Optional<String> flaw(Set<Lexis> lexis) {
        // What is not ended in it swallows the semicolon.
        var tokens = new SqlTokens(expression + "\n;", lexis);
        int semicolons = 0;
        int open = 0;
        while (tokens.next()) {
            switch (tokens.kind()) {
                case SEMICOLON -> semicolons++;
                case COMMENT, RUN_COMMENT -> {
                    return Optional.of("It holds a comment.");
                }
                case OTHER -> {
                    open += depth(tokens.text());
                    if (open < 0 || (open == 0 && tokens.text().equals(","))) {
                        return Optional.of("It ends at the '" + tokens.text() + "'.");
                    }
                }
                default -> {}
            }
        }
        if (semicolons != 1) {
            return Optional.of(
                    semicolons == 0
                            ? "A quotation mark in it is not closed."
                            : "It holds a semicolon.");
        }
        return open > 0 ? Optional.of("A bracket in it is not closed.") : Optional.empty();
    }

    private static int depth(String symbol) {
        return switch (symbol) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }
}
