package dev.tenon.benchmarks.articles;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Where raw JDBC has its statements from, and what ends their transactions. */
sealed interface Statements {

    /** What is done with a statement. */
    @FunctionalInterface
    interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Does work that is one statement to the database, and a transaction. */
    <T> T one(String sql, Work<T> work) throws SQLException;

    /** Does work that runs the statement many times, in one transaction. */
    <T> T many(String sql, Work<T> work) throws SQLException;

    /** A connection of a pool for each, in auto-commit mode unless there are many. */
    record Pooled(DataSource pool) implements Statements {
        @Override
        public <T> T one(String sql, Work<T> work) throws SQLException {
            try (var connection = pool.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                return work.run(statement);
            }
        }

        @Override
        public <T> T many(String sql, Work<T> work) throws SQLException {
            try (var connection = pool.getConnection()) {
                return inTransaction(connection, sql, work);
            }
        }
    }

    /** A connection of a pool for each, and a transaction that is begun and committed. */
    record Transactional(DataSource pool) implements Statements {
        @Override
        public <T> T one(String sql, Work<T> work) throws SQLException {
            return many(sql, work);
        }

        @Override
        public <T> T many(String sql, Work<T> work) throws SQLException {
            try (var connection = pool.getConnection()) {
                return inTransaction(connection, sql, work);
            }
        }
    }

    /** One connection, in auto-commit mode unless there are many, and statements that are kept. */
    record Kept(Connection connection, Map<String, PreparedStatement> kept) implements Statements {
        Kept(Connection connection) {
            this(connection, new HashMap<>());
        }

        @Override
        public <T> T one(String sql, Work<T> work) throws SQLException {
            var statement = kept.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                kept.put(sql, statement);
            }
            return work.run(statement);
        }

        @Override
        public <T> T many(String sql, Work<T> work) throws SQLException {
            connection.setAutoCommit(false);
            try {
                var result = one(sql, work);
                connection.commit();
                return result;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static <T> T inTransaction(Connection connection, String sql, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(sql)) {
            var result = work.run(statement);
            connection.commit();
            return result;
        }
    }
}
