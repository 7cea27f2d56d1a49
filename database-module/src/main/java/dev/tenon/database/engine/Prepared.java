package dev.tenon.database.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A prepared statement that is lent. */
public interface Prepared extends AutoCloseable {

    /** Returns the statement. */
    PreparedStatement statement();

    /**
     * Runs the query.
     *
     * @throws SQLException if it fails, or returns no rows
     */
    default ResultSet query() throws SQLException {
        return statement().executeQuery();
    }

    /** Says that the statement has failed and is not to be lent again. */
    void discard();

    /** Gives the statement back; its results are closed. */
    @Override
    void close();
}
