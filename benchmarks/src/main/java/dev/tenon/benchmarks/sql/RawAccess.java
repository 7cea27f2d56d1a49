package dev.tenon.benchmarks.sql;

import dev.tenon.benchmarks.handout.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig.TransactionMode;

/** One connection and statements that are prepared once: the limit of what JDBC can do. */
final class RawAccess implements Access {

    private final Connection connection;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final Bracket bracket;

    private RawAccess(Connection connection, Bracket bracket) throws SQLException {
        this.connection = connection;
        this.bracket = bracket;
        select = connection.prepareStatement(SELECT);
        insert = connection.prepareStatement(INSERT);
    }

    /** Each statement is a transaction by itself. */
    static RawAccess open(Target target) throws SQLException {
        return new RawAccess(connect(target), Bracket.NONE);
    }

    /** Each statement stands in a transaction that is begun and committed. */
    static RawAccess transactional(Target target) throws SQLException {
        var connection = connect(target);
        return new RawAccess(connection, Bracket.of(target.product(), connection));
    }

    private static Connection connect(Target target) throws SQLException {
        return target.connections(TransactionMode.DEFERRED).getConnection();
    }

    @Override
    public Item select(long id) throws SQLException {
        bracket.begin(false);
        var item = selected(id);
        bracket.commit();
        return item;
    }

    private Item selected(long id) throws SQLException {
        select.setLong(1, id);
        try (var rows = select.executeQuery()) {
            rows.next();
            return new Item(rows.getLong(1), rows.getString(2), rows.getLong(3));
        }
    }

    @Override
    public void insert(String title, long amount) throws SQLException {
        bracket.begin(true);
        insert.setString(1, title);
        insert.setLong(2, amount);
        insert.executeUpdate();
        bracket.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
