package dev.tenon.database.internal.engine.pooled;

import dev.tenon.database.Isolation;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.ValueFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What differs between the kinds of servers. Implementations are stateless and safe for use by many
 * threads.
 */
public interface Server {

    /** Returns how it says things. */
    Dialect dialect();

    /** Returns how values are bound and read. */
    ValueFormat values();

    /** Returns what a failure means. */
    Classification classify(SQLException failure);

    /**
     * Returns a source of connections whose transactions are begun by their first statement, with
     * auto-commit off.
     *
     * @param readOnly whether their transactions only read, and see one state of the database
     */
    DataSource connections(PooledSettings settings, boolean readOnly);

    /** Returns the statement that is run on every new connection, if there is one. */
    Optional<String> firstStatement(PooledSettings settings, boolean readOnly);

    /** Returns whether it ends statements by itself when their time is up. */
    boolean limitsStatements();

    /**
     * Returns whether statements are run without a transaction around them where a session allows
     * it: where that costs no message to the server by itself.
     */
    boolean runsOneByOne();

    /**
     * Returns the statements that give the transaction that begins with them an isolation of its
     * own, and no other one.
     */
    List<String> isolate(Isolation isolation);

    /** Returns whether the transaction is lost with a statement's failure for good. */
    boolean endsTransaction(SQLException failure);

    /**
     * Returns why the transaction cannot be committed, where the driver's commit would keep silent
     * about it.
     *
     * @param physical the driver's connection
     */
    Optional<SQLException> doom(Connection physical) throws SQLException;

    /**
     * Returns whether the server says with this failure of a commit that the changes do not hold.
     * Otherwise nobody knows: a failure that is not known to be a refusal is none.
     */
    boolean refusesCommit(SQLException failure);

    /**
     * Returns whether the server says with this failure that it has undone a statement that it runs
     * by itself, as long as the connection is open.
     */
    default boolean refusesStatement(SQLException failure) {
        return false;
    }

    /** Returns what is found in statements that leave something, as {@code Store.marks} says. */
    Pattern marks();

    /**
     * Takes away what sessions have left with a connection that is in no transaction; returns
     * whether it is like a new one then. If not, it is closed: nobody else meets what is left.
     */
    boolean clean(Connection connection) throws SQLException;

    /**
     * Interrupts the statement that runs, from another thread.
     *
     * @param physical the driver's connection
     */
    void cancel(Connection physical) throws SQLException;

    /**
     * Returns what is found in statements that commit what the transaction has done, as {@code
     * Store.implicitCommits} says.
     */
    Optional<Pattern> implicitCommits();

    /** Returns the statements that sessions do not run, by their first word in capitals. */
    Set<String> forbidden();

    /** Returns how it reads the text of a statement. */
    Set<Lexis> lexis();
}
