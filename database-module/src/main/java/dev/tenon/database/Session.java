package dev.tenon.database;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work on a database: a transaction, from its begin to its commit or rollback. Belongs
 * to the thread that runs the {@link Work}.
 *
 * <p>Parameters of SQL are {@code ?} by position or {@code :name} by name, never both in one
 * statement. What stands in quotation marks and comments is text, as the engine reads it, and so
 * are {@code ::} casts, {@code :=} and, on PostgreSQL, a colon directly after a value, such as that
 * of the slice {@code a[low:high]}. {@code ??} is PostgreSQL's operator {@code ?}; likewise {@code
 * ??|} and {@code ??&}. A statement that creates a routine, trigger or event has no parameters by
 * name. Values are always bound, never put into the text. Besides what JDBC takes, {@code Instant},
 * {@code LocalDate}, {@code LocalDateTime}, {@code OffsetDateTime}, {@code Duration}, {@code UUID},
 * enums (by name), {@code Optional} and {@code byte[]} are bound, in the form that the engine's
 * type mapping gives for them.
 */
public interface Session {

    /**
     * Returns a query with parameters by position.
     *
     * @param parameters one value for each; a single null is written {@code (Object) null}
     * @throws dev.tenon.database.error.DatabaseException {@code DB-QRY-006} if the array itself is
     *     null, {@code DB-QRY-011} if there is more than one statement
     */
    Query query(String sql, @Nullable Object... parameters);

    /**
     * Runs a statement that changes rows or the schema.
     *
     * @param parameters as of {@link #query}
     * @return how many rows it changed; 0 where that makes no sense
     */
    long execute(String sql, @Nullable Object... parameters);

    /** Returns a statement with parameters by name, or whose generated keys are wanted. */
    Update update(String sql);

    /**
     * Returns a batch of one statement with many rows of parameters. If its rows are not all sent
     * by {@link Batch#execute}, the session does not end well.
     */
    Batch batch(String sql);

    /**
     * Runs the work in a savepoint: if it throws, what it changed is undone, and the session goes
     * on. Before it begins, batches send the rows that were added to them; if that fails, the work
     * is not run, and the session does not end well ({@code DB-QRY-012}).
     */
    <T extends @Nullable Object> T savepoint(Work<T> work);

    /**
     * Runs the action after this session has committed, on its thread, in the order of the calls.
     * What it throws, be it an {@link Error}, is logged and does not undo the commit. Not run if
     * the session is rolled back. It cannot use this session, which is over, not even to add an
     * action.
     */
    void afterCommit(Runnable action);

    /**
     * Returns the JDBC connection of this session, for libraries that run on one. It refuses to
     * commit, roll back, close or change auto-commit: the session does that.
     */
    Connection connection();

    /** Returns whether this session only reads. */
    boolean isReadOnly();
}
