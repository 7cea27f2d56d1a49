package dev.tenon.database.internal.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The transactions of one connection, begun and ended as the engine wants it. Used by one thread.
 */
sealed interface MigrationTransaction {

    /** Returns those of a connection in auto-commit. */
    static MigrationTransaction of(Connection connection, Patience patience) throws SQLException {
        return ForeignKeySwitch.isSqlite(connection)
                ? new Immediate(connection, patience)
                : new OfDriver(connection);
    }

    /**
     * Says that what follows belongs to a transaction, or that each statement is for itself. What
     * was not committed is taken back: to commit it here, as JDBC does, would keep half of what an
     * {@code Error} has ended.
     */
    void auto(boolean each) throws SQLException;

    /** Returns whether each statement is for itself. */
    boolean isAuto();

    /** Says that a statement comes. */
    void statement() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Transactions as the driver makes them. */
    final class OfDriver implements MigrationTransaction {

        private final Connection connection;
        private boolean auto = true;

        OfDriver(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void auto(boolean each) throws SQLException {
            if (each && !auto) {
                connection.rollback();
            }
            connection.setAutoCommit(each);
            auto = each;
        }

        @Override
        public boolean isAuto() {
            return auto;
        }

        @Override
        public void statement() {}

        @Override
        public void commit() throws SQLException {
            if (!auto) {
                connection.commit();
            }
        }

        @Override
        public void rollback() throws SQLException {
            if (!auto) {
                connection.rollback();
            }
        }
    }

    /**
     * Transactions by commands, with auto-commit on: those of SQLite's driver begin without the
     * lock and cannot get it later, or begin the next one at once after a commit, and an idle
     * connection holds the lock.
     */
    final class Immediate implements MigrationTransaction {

        private final Connection connection;
        private final Patience patience;
        private boolean auto = true;
        private boolean begun;

        Immediate(Connection connection, Patience patience) {
            this.connection = connection;
            this.patience = patience;
        }

        @Override
        public void auto(boolean each) throws SQLException {
            if (each) {
                rollback();
            }
            auto = each;
        }

        @Override
        public boolean isAuto() {
            return auto;
        }

        @Override
        public void statement() throws SQLException {
            if (!auto && !begun) {
                patience.untilFree(() -> {
                    execute("BEGIN IMMEDIATE");
                    return true;
                });
                begun = true;
            }
        }

        @Override
        public void commit() throws SQLException {
            if (begun) {
                execute("COMMIT");
                begun = false;
            }
        }

        @Override
        public void rollback() throws SQLException {
            if (!begun) {
                return;
            }
            begun = false;
            try {
                execute("ROLLBACK");
            } catch (SQLException e) {
                // After some failures SQLite has done that by itself, and says so.
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw e;
                }
            }
        }

        private void execute(String command) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    /**
     * One transaction around what takes itself for several: it is committed, or taken back, by
     * whoever holds it. On an engine that ends transactions by itself, so far as that lets it.
     */
    final class Held implements MigrationTransaction {

        private final MigrationTransaction transaction;
        private boolean auto = true;

        Held(MigrationTransaction transaction) throws SQLException {
            this.transaction = transaction;
            transaction.auto(false);
        }

        @Override
        public void auto(boolean each) {
            auto = each;
        }

        @Override
        public boolean isAuto() {
            return auto;
        }

        @Override
        public void statement() throws SQLException {
            transaction.statement();
        }

        @Override
        public void commit() {}

        @Override
        public void rollback() throws SQLException {
            transaction.rollback();
        }

        /** Takes back what was done, because of a failure, which remains the one that is told. */
        void rollbackAfter(Exception failure) {
            try {
                rollback();
            } catch (SQLException e) {
                // The connection is lost, as a rule: the engine takes it back by itself then.
                failure.addSuppressed(e);
            }
        }

        /** Commits everything. */
        void keep() throws SQLException {
            transaction.commit();
        }

        /** Takes back what was not kept. */
        void end() throws SQLException {
            transaction.auto(true);
        }
    }
}
