package dev.tenon.database.internal.engine.mariadb;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.dialect.MariaDbDialect;
import dev.tenon.database.internal.engine.pooled.FirstConnection;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.provision.Account;
import dev.tenon.database.internal.engine.provision.Provision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a user and a database for each module on a server of MariaDB. Wanted where the address
 * names no database ({@code jdbc:mariadb://host:3306/}), or where the option {@code provision} says
 * {@code database}; never where it says {@code none}. Databases are schemas here, so there is but
 * one kind.
 */
final class MariaDbProvisioning implements Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");
    private static final MariaDbDialect DIALECT = new MariaDbDialect();
    private static final String LOCK = "tenon provisioning";
    private static final String USERS = "mysql.user where user = ?";
    private static final String DATABASES = "information_schema.schemata where schema_name = ?";

    /** How long to wait for others on the server, in seconds. */
    private static final int LONGEST_WAIT = 60;

    @Override
    public boolean isWanted(StoreSettings settings) {
        return Provision.wanted(
                        settings,
                        Set.of(Provision.DATABASE),
                        !MariaDbAddress.of(PooledSettings.of(settings)).database().isEmpty())
                .isPresent();
    }

    @Override
    public Optional<StoreSettings> find(StoreSettings settings, Path secrets) {
        return Account.ifThere(settings, secrets)
                .map(account -> own(settings, account))
                .filter(own -> login(own).isEmpty());
    }

    @Override
    public boolean isThere(StoreSettings settings, Path secrets) {
        return Account.ifThere(settings, secrets)
                .filter(account -> isThere(settings, account))
                .isPresent();
    }

    private static boolean isThere(StoreSettings settings, Account account) {
        var server = server(settings);
        try (var connection = connect(server)) {
            return isThere(connection, DATABASES, account);
        } catch (SQLException e) {
            throw account.unknown(server, "database", e);
        }
    }

    private static StoreSettings own(StoreSettings settings, Account account) {
        var server = MariaDbAddress.of(PooledSettings.of(settings));
        return settings.at(server.to(account.name()).url())
                .with("user", account.name())
                .with("password", account.password());
    }

    @Override
    public StoreSettings provide(StoreSettings settings, Path secrets) {
        var account = Account.of(settings, secrets);
        var own = own(settings, account);
        var refusal = login(own);
        if (refusal.isEmpty()) {
            return own;
        }
        LOG.info(
                "The module's user {} cannot open its database yet ({}); making what is missing",
                account.name(),
                Problem.describe(refusal.get()));
        make(server(settings), account);
        login(own)
                .ifPresent(e -> {
                    throw account.refused(
                            settings,
                            "The user " + account.name() + " cannot open its database.",
                            Problem.describe(e)
                                    + (e.getErrorCode() == 1045
                                            ? " The user is there with another password than the one in "
                                                    + account.file()
                                                    + "; another host may use it: copy that host's file."
                                            : ""));
                });
        return own;
    }

    @Override
    public void remove(StoreSettings settings, Path secrets) {
        Account.ifThere(settings, secrets).ifPresent(account -> remove(settings, account));
    }

    private static void remove(StoreSettings settings, Account account) {
        var server = server(settings);
        try (var connection = connect(server)) {
            // Otherwise it would wait a day for whoever uses a table.
            run(connection, "SET SESSION lock_wait_timeout = " + LONGEST_WAIT);
            if (isThere(connection, USERS, account)) {
                run(connection, dropDatabase(account));
                run(connection, dropUser(account));
                LOG.info("Removed the database {} and its user from the server", account.name());
            }
        } catch (SQLException e) {
            throw account.notRemoved(
                    server,
                    "The database "
                            + account.name()
                            + " of a module could not be removed, or its user.",
                    Problem.describe(e)
                            + " Have an administrator run: "
                            + dropDatabase(account)
                            + "; "
                            + dropUser(account)
                            + ";",
                    e);
        }
        account.forget(settings);
    }

    private static StoreSettings server(StoreSettings settings) {
        return settings.at(MariaDbAddress.of(PooledSettings.of(settings)).to("").url());
    }

    /** Connects as the administering user, in turn with other hosts. */
    private static Connection connect(StoreSettings server) throws SQLException {
        var settings = PooledSettings.of(server);
        var address = MariaDbAddress.of(settings);
        var connection =
                new FirstConnection(settings, MariaDbErrors::classify)
                        .make(address.source(settings), address.place());
        try {
            run(connection, "DO GET_LOCK('" + LOCK + "', " + LONGEST_WAIT + ")");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void make(StoreSettings server, Account account) {
        try (var connection = connect(server)) {
            create(connection, server, account);
        } catch (SQLException e) {
            throw account.refused(
                    server,
                    "The database " + account.name() + " could not be made for a module.",
                    Problem.describe(e)
                            + " Have an administrator run: "
                            + createUser(account, "(the password in " + account.file() + ")")
                            + "; "
                            + createDatabase(account)
                            + "; "
                            + grant(account)
                            + ";");
        }
    }

    private static void create(Connection connection, StoreSettings server, Account account)
            throws SQLException {
        boolean user = isThere(connection, USERS, account);
        boolean database = isThere(connection, DATABASES, account);
        if (database && !user) {
            throw account.refused(
                    server,
                    "The database of a module is not made.",
                    "The database "
                            + account.name()
                            + " is there, and was not made by Tenon. Rename or drop it, or set"
                            + " provision-prefix.");
        }
        if (!user) {
            run(connection, createUser(account, account.password()));
        }
        if (!database) {
            run(connection, createDatabase(account));
            LOG.info("Made the database {} and its user on the server", account.name());
        }
        run(connection, grant(account));
    }

    private static boolean isThere(Connection connection, String where, Account account)
            throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from " + where)) {
            statement.setString(1, account.name());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String createUser(Account account, String password) {
        return "CREATE USER '" + account.name() + "'@'%' IDENTIFIED BY '" + password + "'";
    }

    private static String createDatabase(Account account) {
        return "CREATE DATABASE "
                + DIALECT.quote(account.name())
                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }

    private static String dropDatabase(Account account) {
        return "DROP DATABASE IF EXISTS " + DIALECT.quote(account.name());
    }

    private static String dropUser(Account account) {
        return "DROP USER IF EXISTS '" + account.name() + "'@'%'";
    }

    /** In a GRANT, an underscore stands for any character. */
    private static String grant(Account account) {
        return "GRANT ALL PRIVILEGES ON "
                + DIALECT.quote(account.name().replace("_", "\\_"))
                + ".* TO '"
                + account.name()
                + "'@'%'";
    }

    private static Optional<SQLException> login(StoreSettings own) {
        var settings = PooledSettings.of(own);
        var address = MariaDbAddress.of(settings);
        var first = new FirstConnection(settings, MariaDbErrors::classify);
        try (var _ = first.tryToMake(address.source(settings), address.place())) {
            return Optional.empty();
        } catch (SQLException e) {
            if (MariaDbErrors.classify(e).errorClass() == ErrorClass.CONNECTION) {
                throw first.refused(e, address.place());
            }
            return Optional.of(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }
}
