package dev.tenon.database.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An open database: runs transactions on connections of its own. Safe for use by many threads. */
public interface Store extends AutoCloseable {

    /**
     * Runs the body in a transaction that cannot write.
     *
     * @throws Exception what the body throws, {@link SQLException} of the engine, or a {@link
     *     dev.tenon.database.error.DatabaseException} if no connection is free in time
     */
    <T extends @Nullable Object> T read(Claim claim, Body<T> body) throws Exception;

    /**
     * Runs the body in a transaction that may write, and returns after its commit. The body may be
     * run several times if the claim allows it; what counts is the last run.
     *
     * @throws CommitFailure if the commit fails
     * @throws Exception what the body throws, after its changes were undone; {@link SQLException}
     *     of the engine
     */
    <T extends @Nullable Object> T write(Claim claim, Body<T> body) throws Exception;

    /**
     * Returns a connection of the caller's own, in auto-commit, for what sessions are not made for,
     * such as migrations and backups. It has the settings of the engine, and none of the limits of
     * sessions: no time after which a statement, or a transaction that does nothing, is ended. It
     * is not of the pool, this store does not close it, and on SQLite its transactions do not wait
     * for their turn with those of sessions. The caller closes it.
     *
     * @throws SQLException if no connection can be made
     */
    Connection connect() throws SQLException;

    /**
     * Returns a connection that is open anyway, for whoever has just opened this store, and looks
     * at something before anybody else can use it; a statement on it may fail. It is not closed.
     * Default: nothing, where each connection is made when it is needed.
     */
    default Optional<Connection> opened() {
        return Optional.empty();
    }

    /** Returns what a failure of this engine means. */
    Classification classify(SQLException failure);

    /** Returns how values are bound and read. */
    ValueFormat values();

    /** Returns how the engine says things. */
    Dialect dialect();

    /** Returns the identifier as it stands in a statement, in quotation marks. */
    default String quote(String identifier) {
        return dialect().quote(identifier);
    }

    /**
     * Returns the statements, by their first word in capitals, that would change the connection
     * beyond the session, or end its transaction.
     */
    default Set<String> forbidden() {
        return Set.of();
    }

    /**
     * Returns what is found in the statements that leave something with their connection beyond the
     * end of the session, such as a temporary table; a connection that has run one is told so by
     * {@link EngineConnection#willBeMarked}. It is looked for in the tokens of a statement, with a
     * space before and after each: words in capitals, names in quotation marks in capitals between
     * {@code "} without spaces, parameters as {@code ?}, texts as {@code '}, other characters as
     * they are, and no comments. Default: nothing, where no statement does that.
     */
    default Optional<Pattern> marks() {
        return Optional.empty();
    }

    /**
     * Returns what is found in the statements that commit what their transaction has done so far,
     * and are refused after a change. It is looked for as {@link #marks} is. Default: nothing,
     * where no statement does that.
     */
    default Optional<Pattern> implicitCommits() {
        return Optional.empty();
    }

    /** Returns how it reads the text of a statement. */
    default Set<Lexis> lexis() {
        return dialect().lexis();
    }

    /** Waits for running transactions a while, interrupts those that go on, and closes. */
    @Override
    void close();
}
