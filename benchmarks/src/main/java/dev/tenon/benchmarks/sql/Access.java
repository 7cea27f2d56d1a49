package dev.tenon.benchmarks.sql;

import dev.tenon.benchmarks.handout.Item;
import java.sql.SQLException;

/** One way to the table {@code item}. */
public interface Access extends AutoCloseable {

    String SELECT = "select id, title, amount from item where id = ?";
    String INSERT = "insert into item(title, amount) values (?, ?)";

    /** Returns the row with the key, which is there. */
    Item select(long id) throws SQLException;

    /** Adds a row, in a transaction of its own. */
    void insert(String title, long amount) throws SQLException;

    @Override
    void close() throws SQLException;
}
