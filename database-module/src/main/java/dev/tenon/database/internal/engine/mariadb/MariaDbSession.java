package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.database.engine.Deadline;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.failure.BackupFailures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection by which a whole database is copied: without limits of time, without checks of what
 * has passed them before, and with modes in which every row goes back as it was.
 *
 * @param connection in auto-commit
 * @param failures makes the exceptions
 */
record MariaDbSession(Connection connection, BackupFailures failures) implements AutoCloseable {

    /** A 0 in a numbered column stays one, and so does a date that is none. */
    private static final String MODES = "NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES";

    /** Names of locks are those of the whole server, and have 64 characters at most. */
    private static final String LOCK = "CONCAT('tenon_restore ', MD5(DATABASE()))";

    private static final Duration MIGRATION_LIMIT = Duration.ofHours(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static MariaDbSession open(StoreSettings settings) throws SQLException {
        var pooled = pooled(settings);
        var connection = MariaDbAddress.of(pooled).source(pooled).getConnection();
        var session = new MariaDbSession(connection, new BackupFailures(settings.database()));
        try {
            session.prepare();
            return session;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static PooledSettings pooled(StoreSettings settings) {
        return PooledSettings.of(settings.withStatementTimeout(Duration.ZERO));
    }

    private void prepare() throws SQLException {
        reset();
        run("SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_quote_show_create = 1");
        if (connection.getMetaData().getDatabaseProductName().equals("MariaDB")) {
            run(
                    "SET SESSION check_constraint_checks = 0, max_statement_time = 0,"
                            + " innodb_strict_mode = 0");
        }
    }

    /** Takes back what a routine wanted to be created with. */
    void reset() throws SQLException {
        run("SET SESSION sql_mode = '" + MODES + "', time_zone = '+00:00'");
        run("SET NAMES utf8mb4");
    }

    /**
     * Waits until no other session makes the database anew, and makes others wait, until this one
     * ends.
     */
    void lock() throws SQLException {
        var taken = list(row -> row.getInt(1) == 1, "SELECT GET_LOCK(" + LOCK + ", 60)");
        if (!taken.equals(List.of(true))) {
            throw failures.of(
                    BackupError.IN_USE,
                    "The database " + failures.database() + " is not restored.",
                    "Another process restores it.");
        }
    }

    /**
     * Waits until no host migrates the database, and keeps others from it until this session ends.
     */
    void awaitMigration() throws SQLException {
        var dialect = new MariaDbDialect();
        var deadline = Deadline.after(MIGRATION_LIMIT);
        while (!dialect.tryLockMigration(connection)) {
            failures.endIfInterrupted("The wait for another host");
            if (deadline.left() <= 0) {
                throw failures.of(
                        BackupError.IN_USE,
                        "The database " + failures.database() + " cannot be used.",
                        "Another host has been migrating it for more than an hour.");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /**
     * Runs a statement as it stands, whose braces and question marks mean nothing to the driver.
     */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            var _ = statement.execute(sql);
        }
    }

    /** Runs a statement with parameters, and returns how many rows it has changed. */
    int update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(Row<T> reader, String query, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }

    long count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + quoted(table))) {
            row.next();
            return row.getLong(1);
        }
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
