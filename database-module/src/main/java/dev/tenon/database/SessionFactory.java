package dev.tenon.database;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The door to one database: opens sessions, each of which is one transaction.
 *
 * <p>There are two verbs, so that no engine is ever asked to turn a read lock into a write lock. A
 * session ends with the work: committed if the work returns, rolled back if it throws. What the
 * work throws passes through as it is, if it is a {@link RuntimeException} or an {@link Error};
 * another exception is wrapped.
 *
 * <p>A {@link #write} within a {@link #write} on the same factory and thread throws {@code
 * DB-TXN-003} and names both call sites: the inner one could neither see the outer one's changes
 * nor get past its lock. Use the session that is there, or {@link Session#savepoint}. For the same
 * reason {@link #writeAsync} throws it there, at once and not in the future.
 *
 * <p>Safe for use by many threads.
 */
public interface SessionFactory {

    /** Returns the name of the database. */
    String database();

    /**
     * Reads: runs the work in a transaction that cannot write, on a connection of the reader pool.
     * It sees one state of the database, unless its isolation is {@link Isolation#READ_COMMITTED}.
     * Where its first statement shows that the connection was lost, the work is run again.
     *
     * @return what the work returns
     * @throws dev.tenon.database.error.DatabaseException if the database fails, or no connection is
     *     free in time
     */
    default <T extends @Nullable Object> T read(Work<T> work) {
        return read(ReadOptions.DEFAULT, work);
    }

    /** Reads with options, see {@link #read(Work)}. */
    <T extends @Nullable Object> T read(ReadOptions options, Work<T> work);

    /**
     * Writes: runs the work in a transaction that may write. On SQLite it begins {@code IMMEDIATE},
     * behind the fair queue of writers. A transient failure is retried as the options say, with a
     * new session, so the work may run several times: what it does beside the session belongs into
     * {@link Session#afterCommit}.
     *
     * @return what the work returns
     * @throws dev.tenon.database.error.DatabaseException if the database fails; {@link
     *     dev.tenon.database.error.DatabaseException#outcome()} says whether the changes hold
     */
    default <T extends @Nullable Object> T write(Work<T> work) {
        return write(WriteOptions.DEFAULT, work);
    }

    /** Writes with options, see {@link #write(Work)}. */
    <T extends @Nullable Object> T write(WriteOptions options, Work<T> work);

    /**
     * Reads on a virtual thread, see {@link #read(Work)}; cancelling interrupts the statement. It
     * is no part of a transaction of the thread that calls, and does not see its changes.
     *
     * @return what the work returns, or what {@link #read(Work)} would throw
     */
    <T extends @Nullable Object> CompletableFuture<T> readAsync(ReadOptions options, Work<T> work);

    /**
     * Writes on a virtual thread, see {@link #write(Work)}; cancelling interrupts the statement. It
     * is no part of a transaction of the thread that calls.
     *
     * @return what the work returns, or what {@link #write(Work)} would throw
     * @throws dev.tenon.database.error.DatabaseException {@code DB-TXN-003} if this thread is in a
     *     write to the same database, whose lock it would wait for; start it in {@link
     *     Session#afterCommit}
     */
    <T extends @Nullable Object> CompletableFuture<T> writeAsync(
            WriteOptions options, Work<T> work);
}
