package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Prepared;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A statement that a {@link StatementCache} lends. */
final class CachedStatement implements Prepared {

    private static final Logger LOG = LoggerFactory.getLogger(CachedStatement.class);

    private final StatementCache cache;
    private final String sql;
    private final PreparedStatement statement;
    private boolean lent = true;
    private boolean stays;

    CachedStatement(StatementCache cache, String sql, PreparedStatement statement) {
        this.cache = cache;
        this.sql = sql;
        this.statement = statement;
    }

    String sql() {
        return sql;
    }

    /** Says whether it stays in the cache when it is given back, or is closed. */
    void stay(boolean whether) {
        stays = whether;
    }

    /** Takes the statement, unless it is lent already. */
    boolean take() {
        if (lent) {
            return false;
        }
        lent = true;
        return true;
    }

    @Override
    public PreparedStatement statement() {
        return statement;
    }

    @Override
    public void discard() {
        cache.evict(this);
    }

    @Override
    public void close() {
        if (lent) {
            lent = false;
            if (!stays) {
                closeStatement();
            }
        }
    }

    void closeUnlessInUse() {
        if (!lent) {
            closeStatement();
        }
    }

    private void closeStatement() {
        cache.evict(this);
        try {
            statement.close();
        } catch (SQLException e) {
            LOG.debug("A failed statement closes with its failure: {}", sql, e);
        }
    }
}
