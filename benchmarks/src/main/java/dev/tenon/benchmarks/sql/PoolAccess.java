package dev.tenon.benchmarks.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.benchmarks.handout.Item;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig.TransactionMode;

/** HikariCP alone: a connection is borrowed and a statement prepared each time. */
public final class PoolAccess implements CrowdAccess {

    private final HikariDataSource pool;
    private final boolean transactional;

    private PoolAccess(HikariDataSource pool, boolean transactional) {
        this.pool = pool;
        this.transactional = transactional;
    }

    /** Inserts are statements in auto-commit mode. */
    public static PoolAccess open(Target target) {
        return new PoolAccess(target.pool(TransactionMode.IMMEDIATE), false);
    }

    /** Inserts are transactions that begin and commit, on SQLite {@code IMMEDIATE}. */
    public static PoolAccess transactional(Target target) {
        return new PoolAccess(target.pool(TransactionMode.IMMEDIATE), true);
    }

    @Override
    public Item select(long id) throws SQLException {
        try (var connection = pool.getConnection()) {
            return selected(connection, id);
        }
    }

    private static Item selected(Connection connection, long id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setLong(1, id);
            try (var rows = select.executeQuery()) {
                rows.next();
                return new Item(rows.getLong(1), rows.getString(2), rows.getLong(3));
            }
        }
    }

    @Override
    public List<Item> page(long after) throws SQLException {
        try (var connection = pool.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setLong(1, after);
            var page = new ArrayList<Item>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Item(rows.getLong(1), rows.getString(2), rows.getLong(3)));
                }
            }
            return page;
        }
    }

    @Override
    public void insert(String title, long amount) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(!transactional);
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, title);
                insert.setLong(2, amount);
                insert.executeUpdate();
            }
            if (transactional) {
                connection.commit();
            }
        }
    }

    @Override
    public void increment(long id) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var item = selected(connection, id);
            try (var update = connection.prepareStatement(UPDATE)) {
                update.setLong(1, item.amount() + 1);
                update.setLong(2, id);
                update.executeUpdate();
            }
            connection.commit();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
