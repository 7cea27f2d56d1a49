package dev.tenon.database.internal.migration;

import dev.tenon.database.internal.session.PassedCall;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;

/** Lends a connection to code of a module, which cannot end its transaction. */
final class LentConnection {

    private static final Set<String> REFUSED =
            Set.of("commit", "setAutoCommit", "close", "abort", "setReadOnly");

    private LentConnection() {}

    static Connection of(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        LentConnection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            boolean rollsBack =
                                    method.getName().equals("rollback") && arguments == null;
                            if (rollsBack || REFUSED.contains(method.getName())) {
                                throw new SQLFeatureNotSupportedException(
                                        "The transaction belongs to the migration, which Tenon"
                                                + " commits or takes back; "
                                                + method.getName()
                                                + "() is refused");
                            }
                            return PassedCall.to(connection, method, arguments);
                        });
    }
}
