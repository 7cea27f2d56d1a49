package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.session.PassedCall;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection as a source of many. Flyway may write its history on one connection and run the
 * scripts on another one, as it does on CockroachDB; here the two are the same, so that what a
 * script has done and what the history says of it are one transaction. Used by one thread.
 */
final class SharedConnection implements DataSource {

    private final Connection connection;
    private final MigrationTransaction transaction;
    private final UnaryOperator<Statement> around;

    /**
     * Shares a connection.
     *
     * @param connection in auto-commit
     * @param transaction of the connection
     */
    SharedConnection(Connection connection, MigrationTransaction transaction) {
        this(connection, transaction, s -> s);
    }

    /**
     * Shares a connection.
     *
     * @param connection in auto-commit
     * @param transaction of the connection
     * @param around changes statements without parameters
     */
    SharedConnection(
            Connection connection,
            MigrationTransaction transaction,
            UnaryOperator<Statement> around) {
        this.connection = connection;
        this.transaction = transaction;
        this.around = around;
    }

    /** Returns a view of the connection; to close it does nothing. */
    @Override
    public Connection getConnection() {
        return (Connection)
                Proxy.newProxyInstance(
                        SharedConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        this::call);
    }

    private @Nullable Object call(
            Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        switch (method.getName()) {
            case "setAutoCommit" -> transaction.auto(Boolean.TRUE.equals(first(arguments)));
            case "getAutoCommit" -> {
                return transaction.isAuto();
            }
            case "commit" -> transaction.commit();
            case "rollback" -> {
                if (arguments != null && arguments.length > 0) {
                    return PassedCall.to(connection, method, arguments);
                }
                transaction.rollback();
            }
            case "close" -> {}
            case "equals" -> {
                return PassedCall.isSame(self, first(arguments));
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            case "createStatement" -> {
                transaction.statement();
                return PassedCall.to(connection, method, arguments) instanceof Statement made
                        ? around.apply(made)
                        : null;
            }
            case "prepareStatement", "prepareCall", "setSavepoint" -> {
                transaction.statement();
                return PassedCall.to(connection, method, arguments);
            }
            default -> {
                return PassedCall.to(connection, method, arguments);
            }
        }
        return null;
    }

    private static @Nullable Object first(@Nullable Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0 ? null : arguments[0];
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("It logs nothing");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("It is connected");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("It logs nothing");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is no " + type.getName() + " behind it");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
