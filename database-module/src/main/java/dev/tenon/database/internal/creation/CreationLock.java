package dev.tenon.database.internal.creation;

import dev.tenon.database.engine.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes the hosts that come to one database take turns. */
final class CreationLock {

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private CreationLock() {}

    /** Does it while no other host does. */
    static <T> T hold(Dialect dialect, Connection connection, Work<T> work) throws SQLException {
        dialect.lockCreation(connection);
        T result;
        try {
            result = work.run();
        } catch (SQLException | RuntimeException e) {
            try {
                dialect.unlockCreation(connection);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        dialect.unlockCreation(connection);
        return result;
    }
}
