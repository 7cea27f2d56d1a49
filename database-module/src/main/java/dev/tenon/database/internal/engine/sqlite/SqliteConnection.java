package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.EngineConnection;
import dev.tenon.database.engine.Prepared;
import dev.tenon.database.internal.engine.watch.Alarm;
import dev.tenon.database.internal.engine.watch.Watchdog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A physical connection. Auto-commit stays on and transactions are begun and ended by commands:
 * with it off, the driver's commit begins the next transaction at once, so that an idle connection
 * holds the lock and a commit that has succeeded may throw.
 */
final class SqliteConnection implements EngineConnection, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteConnection.class);

    /** How long SQLite waits for other processes while a database is opened, in milliseconds. */
    private static final int PATIENCE_AT_START = 5_000;

    /** SQLITE_ERROR: the answer to BEGIN within a transaction. */
    private static final int ALREADY_BEGUN = 1;

    /** SQLite has none below 0. */
    private static final long UNKNOWN_VERSION = -1;

    private final SQLiteConnection connection;
    private final StatementCache statements;
    private final Alarm alarm;
    private final boolean writes;
    private final long statementNanos;
    private final Command begin;
    private final Command rollback;
    private final Command version;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private boolean holdsSnapshot;
    private long schemaVersion;
    private boolean doubtful;

    private SqliteConnection(SQLiteConnection connection, SqliteSettings settings, boolean writes)
            throws SQLException {
        this.connection = connection;
        this.writes = writes;
        statements = new StatementCache(connection);
        alarm = new Alarm(this::interruptNow);
        statementNanos = settings.store().statementTimeout().toNanos();
        begin = command("BEGIN");
        rollback = command("ROLLBACK");
        version = command("PRAGMA schema_version");
        Watchdog.SHARED.watch(alarm);
    }

    /** Opens the connection that writes. */
    static SqliteConnection writer(SqliteSettings settings) throws SQLException {
        return open(settings, first(settings), last(settings), true);
    }

    /** Opens a connection that only reads. */
    static SqliteConnection reader(SqliteSettings settings) throws SQLException {
        return open(settings, "", "PRAGMA query_only=ON", false);
    }

    /** Opens a connection that is no session's, with all that the driver can do. */
    static Connection plain(SqliteSettings settings) throws SQLException {
        var connection = physical(settings, first(settings), last(settings));
        connection.getConnectionConfig().setGetGeneratedKeys(true);
        return connection;
    }

    private static String first(SqliteSettings settings) {
        return "PRAGMA journal_mode=" + settings.journalMode();
    }

    private static String last(SqliteSettings settings) {
        return settings.maxPages().map(p -> "PRAGMA max_page_count=" + p).orElse("");
    }

    private static SqliteConnection open(
            SqliteSettings settings, String first, String last, boolean writes)
            throws SQLException {
        var connection = physical(settings, first, last);
        try {
            // Other databases are other modules'.
            connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
            return new SqliteConnection(connection, settings, writes);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConnection physical(SqliteSettings settings, String first, String last)
            throws SQLException {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        var connection =
                (SQLiteConnection) config.createConnection("jdbc:sqlite:" + settings.file());
        try (var statement = connection.createStatement()) {
            // Before anything else, so that even the change to WAL waits for another process. In
            // the configuration it would be a statement.
            connection.setBusyTimeout(PATIENCE_AT_START);
            // All at once: one by one they took a third of the time of opening a database.
            var _ =
                    statement.executeUpdate(
                            String.join(
                                    ";",
                                    first,
                                    "PRAGMA synchronous=" + settings.synchronous(),
                                    "PRAGMA foreign_keys=ON",
                                    "PRAGMA temp_store=MEMORY",
                                    "PRAGMA cache_size=" + settings.cacheSize(),
                                    "PRAGMA journal_size_limit=67108864",
                                    // With a mapped file an I/O error would be a signal that
                                    // kills the JVM.
                                    "PRAGMA mmap_size=0",
                                    last));
            DecimalCollation.addTo(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Command command(String sql) throws SQLException {
        return new Command(connection, sql);
    }

    /**
     * Takes the state of the database that is read until {@link #releaseSnapshot}. A read
     * transaction lasts until the last statement in it has finished, so one unfinished statement
     * holds it, at half the cost of BEGIN and COMMIT.
     */
    void takeSnapshot() throws SQLException {
        version.start();
        holdsSnapshot = true;
    }

    void releaseSnapshot() throws SQLException {
        holdsSnapshot = false;
        version.reset();
    }

    /** Makes SQLite answer at once that another process holds the database. */
    void dontWait() throws SQLException {
        connection.setBusyTimeout(0);
    }

    /**
     * Libraries may ask for generated keys. The driver fetches them after every insert and leaves
     * the query open, and as long as one is, an interrupt stays in force and hits whatever runs
     * next. So it does that only for those who get the connection.
     */
    @Override
    public Connection jdbc() {
        connection.getConnectionConfig().setGetGeneratedKeys(true);
        return connection;
    }

    /** Returns the connection for whoever adds no rows. */
    Connection forReading() {
        return connection;
    }

    /** Says that the session is over that the connection was lent to. */
    void takenBack() {
        connection.getConnectionConfig().setGetGeneratedKeys(false);
    }

    @Override
    public Prepared prepare(String sql) throws SQLException {
        if (sql.indexOf('*') >= 0) {
            noticeNewColumns();
        }
        return statements.lend(sql);
    }

    /** The driver knows the columns of a statement as they were when it was prepared. */
    private void noticeNewColumns() throws SQLException {
        if (!holdsSnapshot) {
            version.start();
        }
        int current = version.number();
        if (!holdsSnapshot) {
            version.reset();
        }
        if (current != schemaVersion) {
            statements.clear();
            schemaVersion = current;
        }
    }

    @Override
    public long schemaVersion() {
        return schemaVersion;
    }

    @Override
    public void begin(String sql, Deadline deadline) {
        running.lazySet(sql);
        var own =
                statementNanos == 0
                        ? Deadline.NEVER
                        : new Deadline(System.nanoTime() + statementNanos);
        Watchdog.SHARED.arm(alarm, deadline.orEarlier(own).nanos());
    }

    @Override
    public void end() {
        alarm.disarm();
        running.lazySet(null);
    }

    /** Returns the statement that runs, as far as another thread can tell. */
    Optional<String> running() {
        return Optional.ofNullable(running.get());
    }

    /**
     * Returns whether no transaction is open any more. SQLite ends it by itself on some failures,
     * and what would follow would commit by itself, statement by statement.
     */
    @Override
    public boolean failed(SQLException failure) {
        doubtful = true;
        if (!writes) {
            return false;
        }
        try {
            int result = begin.result();
            if (result == 0) {
                rollback();
            }
            return result != ALREADY_BEGUN;
        } catch (SQLException e) {
            LOG.debug("Whether a transaction is open cannot be told; taken for lost", e);
            return true;
        }
    }

    /** Returns whether a statement has failed, so that a fresh connection is the safer one. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Undoes the transaction if one is open. */
    void rollback() throws SQLException {
        forgetColumns();
        var _ = rollback.result();
    }

    /** A change of the schema that is undone gives its version to the next one. */
    void forgetColumns() {
        schemaVersion = UNKNOWN_VERSION;
    }

    @Override
    public void interrupt() {
        alarm.ringNow();
    }

    private void interruptNow(Runnable interrupted) {
        try {
            connection.getDatabase().interrupt();
        } catch (SQLException e) {
            LOG.debug("A closed connection runs nothing", e);
        } finally {
            interrupted.run();
        }
    }

    @Override
    public void close() {
        Watchdog.SHARED.forget(alarm);
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection of SQLite does not close", e);
        }
    }

    int cachedStatements() {
        return statements.size();
    }
}
