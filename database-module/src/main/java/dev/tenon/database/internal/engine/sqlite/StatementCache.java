package dev.tenon.database.internal.engine.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The prepared statements of one connection, the least recently used ones closed when there are too
 * many. One that has failed is evicted: the driver finalizes it on most failures.
 */
final class StatementCache {

    private static final int LIMIT = 200;

    private final Connection connection;
    private final LinkedHashMap<String, CachedStatement> statements =
            new LinkedHashMap<>(64, 0.75f, true);

    StatementCache(Connection connection) {
        this.connection = connection;
    }

    /** Returns the statement; a new one if the cached one is in use. */
    CachedStatement lend(String sql) throws SQLException {
        var cached = statements.get(sql);
        if (cached != null && cached.take()) {
            return cached;
        }
        var fresh = new CachedStatement(this, sql, connection.prepareStatement(sql));
        if (cached == null) {
            fresh.stay(true);
            statements.put(sql, fresh);
            trim();
        }
        return fresh;
    }

    void evict(CachedStatement statement) {
        statement.stay(false);
        statements.remove(statement.sql(), statement);
    }

    /** Closes all that are not in use, and the others when they are given back. */
    void clear() {
        var all = List.copyOf(statements.values());
        statements.clear();
        all.forEach(StatementCache::release);
    }

    int size() {
        return statements.size();
    }

    private void trim() {
        if (statements.size() > LIMIT) {
            release(statements.pollFirstEntry().getValue());
        }
    }

    private static void release(CachedStatement statement) {
        statement.stay(false);
        statement.closeUnlessInUse();
    }
}
