package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of one database, scanned and checked once. */
final class SqlTexts {

    private static final int LIMIT = 2_000;

    private final ConcurrentHashMap<String, SqlText> texts = new ConcurrentHashMap<>();
    private final StatementRules rules;
    private final Set<Lexis> lexis;
    private final StatementTraits traits;

    SqlTexts(StatementRules rules, Set<Lexis> lexis, StatementTraits traits) {
        this.rules = rules;
        this.lexis = lexis;
        this.traits = traits;
    }

    SqlText of(String sql) {
        var known = texts.get(sql);
        if (known != null) {
            return known;
        }
        var text = SqlText.of(sql, lexis, traits);
        rules.check(text);
        // Programs that build their statements would fill it without end.
        if (texts.size() >= LIMIT) {
            texts.clear();
        }
        texts.put(sql, text);
        return text;
    }
}
