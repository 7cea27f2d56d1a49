package dev.tenon.database.internal.migration;

import dev.tenon.database.engine.Store;
import dev.tenon.database.internal.creation.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One transaction that changes tables, on a connection of its own: a session would refuse, on an
 * engine that changes tables outside of transactions, what commits by itself.
 */
public final class SchemaTransaction {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is done in it. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private SchemaTransaction() {}

    /** Runs the work, and commits what it has done; takes it back if it throws. */
    public static <T> T run(SchemaOwner owner, Store store, Work<T> work) throws SQLException {
        try (var connection = store.connect()) {
            var patience = new Patience(new MigrationFailures(owner), store, PATIENCE);
            return run(connection, MigrationTransaction.of(connection, patience), work);
        }
    }

    static <T> T run(Connection connection, MigrationTransaction transaction, Work<T> work)
            throws SQLException {
        transaction.auto(false);
        try (Undo _ = () -> transaction.auto(true)) {
            transaction.statement();
            var result = work.run(connection);
            transaction.commit();
            return result;
        }
    }
}
