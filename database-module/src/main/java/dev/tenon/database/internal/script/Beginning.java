package dev.tenon.database.internal.script;

import dev.tenon.database.engine.Lexis;
import dev.tenon.database.internal.session.SqlTokens;
import dev.tenon.database.internal.session.SqlTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a statement begins. */
public final class Beginning {

    private Beginning() {}

    /**
     * Returns its first tokens, in upper case, without spaces and comments; what a name stands in,
     * such as quotation marks, belongs to its token.
     *
     * @param lexis how its engine reads it
     * @param limit how many of them at most
     */
    public static List<String> of(String sql, Set<Lexis> lexis, int limit) {
        var beginning = new ArrayList<String>();
        var tokens = new SqlTokens(sql, lexis);
        while (beginning.size() < limit && tokens.next()) {
            if (tokens.kind() != Kind.SPACE && tokens.kind() != Kind.COMMENT) {
                beginning.add(tokens.text().toUpperCase(Locale.ROOT));
            }
        }
        return List.copyOf(beginning);
    }
}
