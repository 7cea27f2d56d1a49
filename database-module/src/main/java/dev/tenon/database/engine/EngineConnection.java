package dev.tenon.database.engine;

import dev.tenon.database.error.CommitOutcome;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection that is lent to one transaction. Used by one thread at a time, except for {@link
 * #interrupt}.
 */
public interface EngineConnection {

    /** Stands for no version. */
    long UNKNOWN = -1;

    /** Returns the JDBC connection. Its transaction is not the borrower's to end. */
    Connection jdbc();

    /** Returns a statement to be closed after use; another user gets it again, prepared. */
    Prepared prepare(String sql) throws SQLException;

    /**
     * Returns a number that changes with the tables, as this session sees them at the moment; it is
     * asked for after a statement with a star in its text was prepared. For an engine on which the
     * columns of the others follow from their text alone. {@link #UNKNOWN}: the columns are
     * compared each time.
     */
    default long schemaVersion() {
        return UNKNOWN;
    }

    /**
     * Says that what follows leaves something with the connection, see {@link Store#marks}, which
     * nobody who gets it next may find there.
     */
    default void willBeMarked() {}

    /** Says that a statement begins, which is interrupted at the deadline. */
    void begin(String sql, Deadline deadline);

    /** Says that the statement is over. */
    void end();

    /**
     * Says that a statement has failed with this; returns whether the transaction is lost with it,
     * beyond what a savepoint can mend.
     */
    boolean failed(SQLException failure);

    /** Returns what is known of the changes of a statement that has failed with this. */
    default CommitOutcome outcome(SQLException failure) {
        return CommitOutcome.NOT_APPLIED;
    }

    /**
     * Says that the statements that follow need one transaction around them, for engines that run
     * statements one by one where the session allows that.
     */
    default void join() throws SQLException {}

    /** Returns whether a statement commits by itself now, whatever comes after it. */
    default boolean commitsByItself() {
        return false;
    }

    /** Interrupts the statement that runs, if one does. May be called by any thread. */
    void interrupt();
}
