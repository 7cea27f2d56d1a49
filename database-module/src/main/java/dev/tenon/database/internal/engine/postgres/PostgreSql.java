package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.Isolation;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.pooled.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;

/** A server of PostgreSQL. */
public class PostgreSql implements Server {

    private static final Set<String> FORBIDDEN =
            Set.of(
                    "SET",
                    "RESET",
                    "DISCARD",
                    "PREPARE",
                    "EXECUTE",
                    "DEALLOCATE",
                    "LISTEN",
                    "UNLISTEN",
                    "LOAD");

    /**
     * They may come after the commit was written, or with the end of the process that was to write
     * it: lost connections, full disks, operators, input and output, internal errors.
     */
    private static final Pattern UNKNOWN = Pattern.compile("08|53|57P|58|XX|40003|25P04");

    /** Those of them that a server can send without having undone the statement. */
    private static final Pattern LOST = Pattern.compile("08|57P|40003|25P04");

    private final PostgresValues values = new PostgresValues();

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public ValueFormat values() {
        return values;
    }

    @Override
    public Classification classify(SQLException failure) {
        return PostgresErrors.classify(failure);
    }

    @Override
    public final DataSource connections(PooledSettings settings, boolean readOnly) {
        return PostgresSource.with(settings, session(settings, readOnly));
    }

    /** Returns the settings of a session, told when the connection is made. */
    protected Map<String, String> session(PooledSettings settings, boolean readOnly) {
        var session = new HashMap<String, String>();
        session.put("statement_timeout", millis(settings.store().statementTimeout()));
        session.put("lock_timeout", millis(settings.lockTimeout()));
        session.put("idle_in_transaction_session_timeout", millis(settings.idleInTransaction()));
        // Else a backslash could hide from a session where a text ends.
        session.put("standard_conforming_strings", "on");
        if (readOnly) {
            session.put("default_transaction_read_only", "on");
            session.put("default_transaction_isolation", sql(Isolation.REPEATABLE_READ));
        } else {
            settings.isolation()
                    .ifPresent(i -> session.put("default_transaction_isolation", sql(i)));
        }
        return session;
    }

    private static String sql(Isolation isolation) {
        return isolation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.min(duration.toMillis(), Integer.MAX_VALUE));
    }

    @Override
    public Optional<String> firstStatement(PooledSettings settings, boolean readOnly) {
        return Optional.empty();
    }

    @Override
    public boolean limitsStatements() {
        return true;
    }

    @Override
    public boolean runsOneByOne() {
        return true;
    }

    /** It is a part of the transaction. */
    @Override
    public List<String> isolate(Isolation isolation) {
        return List.of("SET TRANSACTION ISOLATION LEVEL " + sql(isolation));
    }

    /** A failed statement leaves a transaction that a savepoint can mend. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return false;
    }

    /** The driver's commit of a failed transaction returns as if it held. */
    @Override
    public Optional<SQLException> doom(Connection physical) throws SQLException {
        return physical.unwrap(BaseConnection.class).getTransactionState()
                        == TransactionState.FAILED
                ? Optional.of(
                        new SQLException(
                                "A statement has failed, and PostgreSQL commits nothing of its"
                                        + " transaction",
                                "25P02"))
                : Optional.empty();
    }

    /**
     * An error that the server reports aborts the transaction: what fails after the commit has been
     * written ends the server or its process instead.
     */
    @Override
    public boolean refusesCommit(SQLException failure) {
        var state = failure.getSQLState();
        return isReported(failure) && state != null && !UNKNOWN.matcher(state).lookingAt();
    }

    @Override
    public boolean refusesStatement(SQLException failure) {
        var state = failure.getSQLState();
        return isReported(failure) && state != null && !LOST.matcher(state).lookingAt();
    }

    private static boolean isReported(SQLException failure) {
        return failure instanceof PSQLException p && p.getServerErrorMessage() != null;
    }

    @Override
    public Pattern marks() {
        return PostgresMarks.PATTERN;
    }

    /** It closes cursors, drops temporary tables, and more; the driver prepares its own again. */
    @Override
    public boolean clean(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            var _ = statement.execute("DISCARD ALL");
        }
        return true;
    }

    @Override
    public void cancel(Connection physical) throws SQLException {
        physical.unwrap(BaseConnection.class).cancelQuery();
    }

    @Override
    public Optional<Pattern> implicitCommits() {
        return Optional.empty();
    }

    @Override
    public Set<String> forbidden() {
        return FORBIDDEN;
    }

    @Override
    public Set<Lexis> lexis() {
        return dialect().lexis();
    }
}
