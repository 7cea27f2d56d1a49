package dev.tenon.benchmarks.sql;

import dev.tenon.benchmarks.handout.Item;
import java.sql.SQLException;
import java.util.List;

/** A way to the table for what many callers do at once. */
public interface CrowdAccess extends Access {

    String UPDATE = "update item set amount = ? where id = ?";

    String PAGE = "select id, title, amount from item where id > ? order by id limit 50";

    /** Returns the 50 rows after the key. */
    List<Item> page(long after) throws SQLException;

    /** Reads the amount of a row, and writes the next one, in one transaction. */
    void increment(long id) throws SQLException;
}
