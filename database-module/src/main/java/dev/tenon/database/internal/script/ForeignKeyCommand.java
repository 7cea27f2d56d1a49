package dev.tenon.database.internal.script;

import dev.tenon.database.engine.Lexis;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command that switches the foreign keys of SQLite, in each of its forms: with a schema, with
 * an equals sign or parentheses, the value in quotation marks or not. One that is not recognised
 * would be without effect within a transaction, and the rows that refer to a table go with it when
 * it is dropped.
 */
public final class ForeignKeyCommand {

    private static final Set<String> ON = Set.of("ON", "YES", "TRUE");

    /** {@code PRAGMA main . foreign_keys = ON}. */
    private static final int LENGTH = 6;

    private ForeignKeyCommand() {}

    /**
     * Returns whether the statement switches them on; nothing if it is no such command, or one that
     * only asks.
     */
    static Optional<Boolean> switchesOn(String sql, Set<Lexis> lexis) {
        var tokens = Beginning.of(sql, lexis, LENGTH);
        int name = tokens.size() > 2 && tokens.get(2).equals(".") ? 3 : 1;
        if (tokens.size() < name + 3
                || !tokens.getFirst().equals("PRAGMA")
                || !plain(tokens.get(name)).equals("FOREIGN_KEYS")
                || !List.of("=", "(").contains(tokens.get(name + 1))) {
            return Optional.empty();
        }
        return Optional.of(isOn(plain(tokens.get(name + 2))));
    }

    /** Whatever else it is told, SQLite takes for no. */
    private static boolean isOn(String value) {
        return ON.contains(value) || (value.charAt(0) >= '1' && value.charAt(0) <= '9');
    }

    private static String plain(String token) {
        return token.length() > 2 && "'\"`[".indexOf(token.charAt(0)) >= 0
                ? token.substring(1, token.length() - 1)
                : token;
    }

    /** Returns the script with spaces instead of such commands, and the same lines. */
    public static String removed(String script, Set<Lexis> lexis) {
        var text = new StringBuilder(script);
        for (ScriptStatement statement : new StatementSplitter(script, lexis).statements()) {
            if (switchesOn(statement.sql(), lexis).isPresent()) {
                int end = statement.start() + statement.sql().length();
                text.replace(statement.start(), end, statement.sql().replaceAll("[^\\r\\n]", " "));
            }
        }
        return text.toString();
    }
}
