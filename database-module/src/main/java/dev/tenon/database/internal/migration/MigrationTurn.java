package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Capability;
import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.creation.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A turn at the tables of one database, while no other host changes them: on a connection of its
 * own, because a session would refuse, on an engine that changes tables outside of transactions,
 * what commits by itself. Used by one thread.
 *
 * @param connection in auto-commit
 * @param transaction of the connection
 */
public record MigrationTurn(Store store, Connection connection, MigrationTransaction transaction) {

    /** How long to wait for another host, where no setting says it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is done in a turn. */
    @FunctionalInterface
    interface Turn<T> {
        T run(MigrationTurn turn) throws SQLException;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** What a transaction changes. */
    @FunctionalInterface
    public interface Change {
        /** Changes it. */
        void run(Connection connection) throws SQLException;
    }

    /**
     * Waits for a turn, and does it.
     *
     * @param patience how long to wait for another host
     * @throws dev.tenon.database.error.MigrationException {@code DB-MIG-017} if that is over
     */
    static <T> T take(SchemaOwner owner, Store store, Duration patience, Turn<T> turn)
            throws SQLException {
        var waiting = new Patience(new MigrationFailures(owner), store, patience);
        try (var connection = store.connect()) {
            waiting.untilFree(() -> store.dialect().tryLockMigration(connection));
            try (Undo _ = () -> store.dialect().unlockMigration(connection)) {
                return turn.run(on(connection, store, waiting));
            }
        }
    }

    /** Does what only reads, without a turn: another host may take hours for its own. */
    static <T> T look(SchemaOwner owner, Store store, Turn<T> look) throws SQLException {
        var waiting = new Patience(new MigrationFailures(owner), store, PATIENCE);
        try (var connection = store.connect()) {
            return look.run(on(connection, store, waiting));
        }
    }

    private static MigrationTurn on(Connection connection, Store store, Patience waiting)
            throws SQLException {
        return new MigrationTurn(store, connection, MigrationTransaction.of(connection, waiting));
    }

    /**
     * Waits for a turn, and changes something in one transaction, which is taken back if that
     * throws.
     *
     * @throws dev.tenon.database.error.MigrationException {@code DB-MIG-017} if another host has
     *     had its turn for a minute
     */
    public static void change(SchemaOwner owner, Store store, Change change) throws SQLException {
        var _ =
                take(
                        owner,
                        store,
                        PATIENCE,
                        turn -> {
                            turn.change(change);
                            return turn;
                        });
    }

    /** Changes something in one transaction, which is taken back if that throws. */
    void change(Change change) throws SQLException {
        var _ =
                transact(connection -> {
                    change.run(connection);
                    return connection;
                });
    }

    /** Does something in one transaction, which is taken back if that throws. */
    <T> T transact(Work<T> work) throws SQLException {
        transaction.auto(false);
        try (Undo _ = () -> transaction.auto(true)) {
            transaction.statement();
            var result = work.run(connection);
            transaction.commit();
            return result;
        }
    }

    /** Returns the connection as Flyway takes it. */
    SharedConnection source() {
        return new SharedConnection(connection, transaction);
    }

    /** Returns the connection as Flyway takes it for scripts of which statements may fail. */
    SharedConnection source(Tolerance tolerance) {
        return new SharedConnection(connection, transaction, tolerance::around);
    }

    /** Returns whether the engine changes tables in transactions. */
    boolean isTransactional() {
        return store.dialect().capabilities().contains(Capability.TRANSACTIONAL_DDL);
    }
}
