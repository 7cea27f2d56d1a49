package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The statements of one database, scanned and checked once. */
final class SqlTexts {

    private static final int LIMIT = 2_000;

    private final ConcurrentHashMap<String, SqlText> texts = new ConcurrentHashMap<>();
    private final StatementRules rules;
    private final Set<Lexis> lexis;
    private final Optional<Pattern> marks;

    SqlTexts(StatementRules rules, Set<Lexis> lexis, Optional<Pattern> marks) {
        this.rules = rules;
        this.lexis = lexis;
        this.marks = marks;
    }

    SqlText of(String sql) {
        var known = texts.get(sql);
        if (known != null) {
            return known;
        }
        var text = SqlText.of(sql, lexis, marks);
        rules.check(text);
        // Programs that build their statements would fill it without end.
        if (texts.size() >= LIMIT) {
            texts.clear();
        }
        texts.put(sql, text);
        return text;
    }
}
