package dev.tenon.database.internal.session;

import dev.tenon.database.engine.Lexis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement as a session understands it.
 *
 * @param sql as it was written
 * @param jdbc with question marks for named parameters
 * @param names the names of the parameters, in order; empty if they are by position
 * @param parameters how many there are
 * @param keyword the first word, in capitals
 * @param rest what follows the first word
 * @param hidden whether a comment is run
 * @param several whether more follows after a semicolon
 * @param star whether it asks for all columns, whatever they are at the moment
 * @param shapes how its rows become objects, by type
 */
record SqlText(
        String sql,
        String jdbc,
        List<String> names,
        int parameters,
        String keyword,
        String rest,
        boolean hidden,
        boolean several,
        boolean star,
        Map<Class<?>, RowPlan> shapes) {

    /** Reads a statement of our own. */
    static SqlText of(String sql) {
        return of(sql, Lexis.STANDARD);
    }

    static SqlText of(String sql, Set<Lexis> lexis) {
        var scanner = new SqlScanner(sql, lexis);
        scanner.scan();
        return new SqlText(
                sql,
                scanner.jdbc(),
                List.copyOf(scanner.names()),
                scanner.parameters(),
                scanner.keyword(),
                scanner.rest(),
                scanner.hidden(),
                scanner.several(),
                scanner.star(),
                new ConcurrentHashMap<>());
    }

    boolean isNamed() {
        return !names.isEmpty();
    }
}
