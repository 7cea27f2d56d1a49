package dev.tenon.benchmarks.sql;

import java.sql.SQLException;

/** A way to the table that also changes rows by what it has read. */
public interface Counter extends Access {

    String UPDATE = "update item set amount = ? where id = ?";

    /** Reads the amount of a row, and writes the next one, in one transaction. */
    void increment(long id) throws SQLException;
}
