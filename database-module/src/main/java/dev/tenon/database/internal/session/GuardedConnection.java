package dev.tenon.database.internal.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC connection of a session, for libraries: everything that comes from it is guarded too, so
 * that statements obey the time limit of the session and nobody gets past to the connection itself.
 */
final class GuardedConnection {

    /** And every setter: the next session would find what it has set. */
    private static final Set<String> ENDINGS =
            Set.of(
                    "commit",
                    "rollback",
                    "releaseSavepoint",
                    "abort",
                    "close",
                    "beginRequest",
                    "endRequest");

    private static final Set<String> UPDATES = Set.of("executeUpdate", "executeLargeUpdate");

    private static final Set<Class<?>> GUARDED =
            Set.of(
                    Statement.class,
                    PreparedStatement.class,
                    CallableStatement.class,
                    ResultSet.class,
                    DatabaseMetaData.class);

    private final Connection connection;
    private final Statements statements;
    private final SqlTexts texts;
    private final Connection proxy;

    GuardedConnection(Connection connection, Statements statements, SqlTexts texts) {
        this.connection = connection;
        this.statements = statements;
        this.texts = texts;
        proxy = guard(Connection.class, this::onConnection);
    }

    Connection proxy() {
        return proxy;
    }

    private @Nullable Object onConnection(
            Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (method.getName().startsWith("set") || ENDINGS.contains(method.getName())) {
            return refuseOrIgnore(method, arguments);
        }
        return switch (method.getName()) {
            case "getAutoCommit" -> false;
            case "isClosed" -> statements.isOver();
            default -> call(connection, self, method, arguments);
        };
    }

    /** Libraries restore what they have found, and close what they think is theirs. */
    private static @Nullable Object refuseOrIgnore(
            Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
        boolean harmless =
                method.getName().equals("setAutoCommit")
                        && arguments != null
                        && Boolean.FALSE.equals(arguments[0]);
        if (!harmless) {
            var reason =
                    "The connection belongs to its session, which commits, rolls back and gives it"
                            + " back; "
                            + method.getName()
                            + "() is refused";
            // The one method that declares an exception of its own.
            throw method.getName().equals("setClientInfo")
                    ? new SQLClientInfoException(reason, Map.of())
                    : new SQLFeatureNotSupportedException(reason);
        }
        return null;
    }

    private @Nullable Object call(
            Object target, Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        var name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return onObject(target, self, method, arguments);
        }
        if (name.equals("getConnection")) {
            return proxy;
        }
        if (name.equals("isWrapperFor")) {
            return false;
        }
        if (name.equals("unwrap")) {
            throw new SQLFeatureNotSupportedException(
                    "The connection belongs to its session; what is behind it is not handed out");
        }
        if (name.equals("cancel")) {
            statements.cancel();
            return null;
        }
        if (name.equals("close") && target instanceof AutoCloseable closed) {
            if (statements.isOver()) {
                return null;
            }
            statements.closed(closed);
        }
        var sql = sqlOf(arguments);
        if (sql != null && takesSql(name)) {
            statements.comes(texts.of(sql));
        }
        var answer =
                statements.stepping(
                        sql == null ? "(by way of JDBC)" : sql,
                        () -> invokeOnce(target, method, arguments));
        return answer == null ? null : guarded(answer, method.getReturnType(), self);
    }

    /**
     * Invokes the method. Of several statements in one text SQLite's driver runs the first alone,
     * except by executeUpdate, which would get the others past the check of what they are.
     */
    private static @Nullable Object invokeOnce(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        if (target instanceof Statement statement
                && UPDATES.contains(method.getName())
                && arguments != null) {
            var execute = findExecute(method.getParameterTypes());
            boolean rows = Boolean.TRUE.equals(PassedCall.to(target, execute, arguments));
            if (rows) {
                throw new SQLException("The statement returns rows: " + arguments[0]);
            }
            return method.getReturnType() == long.class
                    ? (Object) statement.getLargeUpdateCount()
                    : (Object) statement.getUpdateCount();
        }
        return PassedCall.to(target, method, arguments);
    }

    private static Method findExecute(Class<?>[] parameters) throws SQLException {
        try {
            return Statement.class.getMethod("execute", parameters);
        } catch (NoSuchMethodException e) {
            throw new SQLException(e);
        }
    }

    private static boolean takesSql(String method) {
        return method.startsWith("prepare")
                || method.startsWith("execute")
                || method.equals("addBatch");
    }

    private static @Nullable String sqlOf(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String s
                ? s
                : null;
    }

    private static @Nullable Object onObject(
            Object target, Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        return switch (method.getName()) {
            case "equals" -> arguments != null && PassedCall.isSame(self, arguments[0]);
            case "hashCode" -> System.identityHashCode(self);
            default -> PassedCall.to(target, method, arguments);
        };
    }

    private Object guarded(Object answer, Class<?> type, Object maker) {
        if (!GUARDED.contains(type)) {
            return answer;
        }
        if (answer instanceof Statement statement) {
            statements.keep(statement);
        } else if (answer instanceof ResultSet rows && maker instanceof DatabaseMetaData) {
            // Nobody has the statement that they come from.
            statements.keep(rows);
        }
        return guard(
                type,
                (self, method, arguments) ->
                        method.getName().equals("getStatement") && maker instanceof Statement
                                ? maker
                                : call(answer, self, method, arguments));
    }

    private static <T> T guard(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
