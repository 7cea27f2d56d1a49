package dev.tenon.database.engine;

import java.sql.PreparedStatement;

/** A prepared statement that is lent. */
public interface Prepared extends AutoCloseable {

    /** Returns the statement. */
    PreparedStatement statement();

    /** Says that the statement has failed and is not to be lent again. */
    void discard();

    /** Gives the statement back; its results are closed. */
    @Override
    void close();
}
