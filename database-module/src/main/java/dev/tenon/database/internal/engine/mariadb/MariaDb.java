package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.Isolation;
import dev.tenon.database.engine.Classification;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Lexis;
import dev.tenon.database.engine.ValueFormat;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.pooled.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A server of MariaDB or MySQL.
 *
 * @param mySql whether it is MySQL, whose settings have other names
 */
record MariaDb(boolean mySql) implements Server {

    private static final MariaDbValues VALUES = new MariaDbValues();
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "SET",
                    "USE",
                    "LOCK",
                    "UNLOCK",
                    "FLUSH",
                    "RESET",
                    "PREPARE",
                    "EXECUTE",
                    "DEALLOCATE",
                    "XA",
                    "HANDLER",
                    "BACKUP",
                    "INSTALL",
                    "UNINSTALL");

    /** Not what is done to a temporary table; and {@code ANALYZE} without a table runs a change. */
    private static final Pattern IMPLICIT_COMMIT =
            Pattern.compile(
                    "^(?: [{(])* (?:(?:CREATE|ALTER|DROP|RENAME|TRUNCATE|GRANT|REVOKE|OPTIMIZE|REPAIR"
                            + "|CHECK|CACHE) (?!(?:OR REPLACE )?TEMPORARY )"
                            + "|LOAD INDEX |ANALYZE (?:NO_WRITE_TO_BINLOG |LOCAL )?TABLE )");

    /**
     * Errors of a commit after which it does not hold, since what they tell of comes before it: the
     * wait for a backup or for {@code FLUSH TABLES WITH READ LOCK} (1205), a server that was set to
     * read only (1290), a cluster that let another transaction win (1213, 3101). Error 1180, on the
     * other hand, may have come after a part of it was written.
     */
    private static final Set<Integer> REFUSALS = Set.of(1205, 1213, 1290, 3101);

    /** Calls, temporary tables, locks by name, and variables: {@code @a}, not {@code @@a}. */
    private static final Pattern MARKS =
            Pattern.compile(
                    "^(?: [{?=(])* CALL | CREATE (?:OR REPLACE )?TEMPORARY | \"?GET_LOCK\"? "
                            + "|(?<! @) @ (?!@)");

    /** What InnoDB answers with a rollback of the whole transaction, or may do so (1205). */
    private static final Set<ErrorClass> ENDINGS =
            EnumSet.of(ErrorClass.DEADLOCK, ErrorClass.SERIALIZATION, ErrorClass.BUSY);

    @Override
    public Dialect dialect() {
        return new MariaDbDialect();
    }

    @Override
    public ValueFormat values() {
        return VALUES;
    }

    @Override
    public Classification classify(SQLException failure) {
        return MariaDbErrors.classify(failure);
    }

    @Override
    public DataSource connections(PooledSettings settings, boolean readOnly) {
        return MariaDbAddress.of(settings).source(settings);
    }

    @Override
    public Optional<String> firstStatement(PooledSettings settings, boolean readOnly) {
        var values = new ArrayList<String>();
        values.add("time_zone = '+00:00'");
        values.add(
                "innodb_lock_wait_timeout = "
                        + Math.clamp(settings.lockTimeout().toSeconds(), 1, 1_000_000));
        // That of rows; this one is of tables, and of a commit that waits for a backup.
        values.add(
                "lock_wait_timeout = "
                        + Math.clamp(settings.lockTimeout().toSeconds(), 1, 31_536_000));
        if (!mySql) {
            // As in SQL: UPDATE reads what the row had before, also where it sets two columns.
            values.add("sql_mode = CONCAT(@@sql_mode, ',SIMULTANEOUS_ASSIGNMENT')");
            values.add(
                    "max_statement_time = "
                            + settings.store().statementTimeout().toMillis() / 1000.0);
            values.add(
                    "idle_transaction_timeout = "
                            + Math.clamp(settings.idleInTransaction().toSeconds(), 0, 31_536_000));
        }
        var isolation = readOnly ? Optional.of(Isolation.REPEATABLE_READ) : settings.isolation();
        isolation.ifPresent(i ->
                values.add(
                        (mySql ? "transaction_isolation" : "tx_isolation")
                                + " = '"
                                + i.name().replace('_', '-')
                                + "'"));
        if (readOnly) {
            values.add((mySql ? "transaction_read_only" : "tx_read_only") + " = 1");
        }
        return Optional.of("SET SESSION " + String.join(", ", values));
    }

    @Override
    public boolean limitsStatements() {
        return !mySql;
    }

    /** To switch auto-commit is a message to the server. */
    @Override
    public boolean runsOneByOne() {
        return false;
    }

    /** The first holds for the next transaction, so that one is begun for certain. */
    @Override
    public List<String> isolate(Isolation isolation) {
        return List.of(
                "SET TRANSACTION ISOLATION LEVEL " + isolation.name().replace('_', ' '),
                "START TRANSACTION");
    }

    /** What would follow would begin a transaction of its own, and be committed alone. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return ENDINGS.contains(classify(failure).errorClass());
    }

    @Override
    public Optional<SQLException> doom(Connection physical) {
        return Optional.empty();
    }

    @Override
    public boolean refusesCommit(SQLException failure) {
        return REFUSALS.contains(failure.getErrorCode());
    }

    @Override
    public Pattern marks() {
        return MARKS;
    }

    /**
     * Gives back at once what others wait for; the rest goes with the connection. Its reset would
     * undo what the driver has set when it connected, such as the strict mode that refuses what a
     * column cannot hold.
     */
    @Override
    public boolean clean(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute("DO RELEASE_ALL_LOCKS()");
        }
        return false;
    }

    @Override
    public void cancel(Connection physical) throws SQLException {
        physical.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
    }

    /** https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/ */
    @Override
    public Optional<Pattern> implicitCommits() {
        return Optional.of(IMPLICIT_COMMIT);
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
