package dev.tenon.database.internal.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The call of a JDBC proxy, passed on to what is behind it. */
public final class PassedCall {

    private PassedCall() {}

    /**
     * Passes it on; what it throws is thrown as if it were called without the proxy.
     *
     * @param target what is behind the proxy
     */
    public static @Nullable Object to(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case SQLException s -> throw s;
                case RuntimeException r -> throw r;
                case Error r -> throw r;
                case null, default -> throw new SQLException(e);
            }
        } catch (IllegalAccessException e) {
            throw new SQLException(e);
        }
    }

    /** Answers the call of {@code equals}: a proxy is itself alone. */
    @SuppressWarnings("ReferenceEquality") // A proxy's equals comes here.
    public static boolean isSame(Object self, @Nullable Object other) {
        return self == other;
    }
}
