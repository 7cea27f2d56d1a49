package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.session.SqlTokens;
import dev.tenon.database.internal.session.SqlTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement that makes, changes or drops tables, views or indexes, as far as its words tell.
 *
 * @param words its words outside of quotation marks, in capitals
 */
record DefinitionStatement(List<String> words) {

    private static final Set<String> VERBS = Set.of("CREATE", "ALTER", "DROP");

    /** What a new table takes its rows from. */
    private static final Set<String> SOURCES = Set.of("TABLE", "VALUES", "EXECUTE");

    private static final Set<String> KINDS = Set.of("TABLE", "VIEW", "INDEX", "SEQUENCE");
    private static final Set<String> INDEXES = Set.of("INDEX", "KEY");
    private static final Set<String> MODIFIERS =
            Set.of(
                    "OR",
                    "REPLACE",
                    "TEMP",
                    "TEMPORARY",
                    "UNIQUE",
                    "FULLTEXT",
                    "SPATIAL",
                    "MATERIALIZED",
                    "UNLOGGED");

    /** What of a table MariaDB drops with the same error as a column. */
    private static final Set<String> NO_COLUMNS =
            Set.of("INDEX", "KEY", "CONSTRAINT", "FOREIGN", "PRIMARY", "CHECK");

    static DefinitionStatement of(String sql, Set<Lexis> lexis) {
        var words = new ArrayList<String>();
        var tokens = new SqlTokens(sql, lexis);
        while (tokens.next()) {
            if (tokens.kind() == Kind.WORD) {
                words.add(tokens.text().toUpperCase(Locale.ROOT));
            }
        }
        return new DefinitionStatement(List.copyOf(words));
    }

    /** Whether it may be passed over: it moves no rows, and nothing else than those. */
    boolean isPassable() {
        if (words.isEmpty() || !VERBS.contains(words.getFirst())) {
            return false;
        }
        var kind = after(0);
        boolean movesRows =
                words.getFirst().equals("CREATE")
                        && (kind.equals("TABLE") || words.contains("MATERIALIZED"))
                        && isFilled();
        return KINDS.contains(kind) && !movesRows && !isDropOfOther();
    }

    private boolean isFilled() {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("SELECT")
                    || (words.get(i - 1).equals("AS") && SOURCES.contains(words.get(i)))) {
                return true;
            }
        }
        return false;
    }

    boolean makesIndex() {
        for (int i = 0; i < words.size(); i++) {
            boolean makes = words.get(i).equals("CREATE") || words.get(i).equals("ADD");
            if (makes && INDEXES.contains(after(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDropOfOther() {
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("DROP") && NO_COLUMNS.contains(after(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first word after a verb that is no modifier of it. */
    private String after(int verb) {
        return words.stream()
                .skip(verb + 1L)
                .filter(word -> !MODIFIERS.contains(word))
                .findFirst()
                .orElse("");
    }
}
