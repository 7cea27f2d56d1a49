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
 * @param jdbc with question marks for named parameters, up to the semicolon that ends it
 * @param names the names of the parameters, in order; empty if they are by position
 * @param marks how many parameters are by position
 * @param foreign a parameter that only the engine understands, or empty
 * @param keyword the first word, in capitals
 * @param rest what follows the first word
 * @param bare without what follows its last token, such as a semicolon
 * @param hidden whether a comment is run
 * @param several whether more follows after a semicolon
 * @param leaves whether it leaves something with the connection, beyond the session
 * @param commits whether it commits what the transaction has done so far
 * @param star whether it may ask for all columns, whatever they are at the moment
 * @param changesTables whether it may change tables or views
 * @param plans how its rows become objects, by type
 */
record SqlText(
        String sql,
        String jdbc,
        List<String> names,
        int marks,
        String foreign,
        String keyword,
        String rest,
        String bare,
        boolean hidden,
        boolean several,
        boolean leaves,
        boolean commits,
        boolean star,
        boolean changesTables,
        Map<Class<?>, RowPlan> plans) {

    private static final Set<String> TABLE_CHANGES = Set.of("CREATE", "ALTER", "DROP");

    SqlText(
            String sql,
            String jdbc,
            List<String> names,
            int marks,
            String foreign,
            String keyword,
            String rest,
            String bare,
            boolean hidden,
            boolean several,
            boolean leaves,
            boolean commits) {
        this(
                sql,
                jdbc,
                names,
                marks,
                foreign,
                keyword,
                rest,
                bare,
                hidden,
                several,
                leaves,
                commits,
                sql.indexOf('*') >= 0,
                TABLE_CHANGES.contains(keyword),
                new ConcurrentHashMap<>());
    }

    /** Reads a statement of our own. */
    static SqlText of(String sql) {
        return of(sql, Lexis.STANDARD, StatementTraits.NONE);
    }

    /**
     * Reads a statement.
     *
     * @param traits what to look for in it
     */
    static SqlText of(String sql, Set<Lexis> lexis, StatementTraits traits) {
        var scanner = new SqlScanner(sql, lexis);
        scanner.scan();
        return scanner.text(traits);
    }

    boolean isNamed() {
        return !names.isEmpty();
    }
}
