package dev.tenon.benchmarks.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How a transaction begins and ends on one connection. */
sealed interface Bracket {

    /** A statement alone. */
    Bracket NONE = new None();

    void begin(boolean writing) throws SQLException;

    void commit() throws SQLException;

    /** Returns that which costs least with the driver of the product. */
    static Bracket of(Product product, Connection connection) throws SQLException {
        return switch (product) {
            case SQLITE ->
                    new Statements(
                            connection.prepareStatement("BEGIN"),
                            connection.prepareStatement("BEGIN IMMEDIATE"),
                            connection.prepareStatement("COMMIT"));
            case POSTGRESQL -> {
                connection.setAutoCommit(false);
                yield new Commit(connection);
            }
        };
    }

    /** Nothing. */
    record None() implements Bracket {
        @Override
        public void begin(boolean writing) {}

        @Override
        public void commit() {}
    }

    /** Statements that are prepared once. */
    record Statements(PreparedStatement read, PreparedStatement write, PreparedStatement end)
            implements Bracket {
        @Override
        public void begin(boolean writing) throws SQLException {
            (writing ? write : read).executeUpdate();
        }

        @Override
        public void commit() throws SQLException {
            end.executeUpdate();
        }
    }

    /** The driver sends the begin with the first statement. */
    record Commit(Connection connection) implements Bracket {
        @Override
        public void begin(boolean writing) {}

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }
    }
}
