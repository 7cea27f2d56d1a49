package dev.tenon.database.internal.engine.postgres;

import dev.tenon.core.error.Problem;
import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.error.ErrorClass;
import dev.tenon.database.internal.engine.pooled.FirstConnection;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.provision.Account;
import dev.tenon.database.internal.engine.provision.Provision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a role and a database, or a schema, for each module on a PostgreSQL server. Wanted where
 * the address names no database ({@code jdbc:postgresql://host:5432/}), or where the option {@code
 * provision} says {@code database} or {@code schema}; never where it says {@code none}.
 */
final class PostgresProvisioning implements Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    @Override
    public boolean isWanted(StoreSettings settings) {
        return kind(settings).isPresent();
    }

    private static Optional<Provision> kind(StoreSettings settings) {
        return Provision.wanted(
                settings,
                EnumSet.allOf(Provision.class),
                !Place.database(settings.url()).isEmpty());
    }

    @Override
    public Optional<StoreSettings> find(StoreSettings settings, Path secrets) {
        var kind = kind(settings).orElseThrow();
        return Account.ifThere(settings, secrets)
                .map(account -> new Place(kind, settings, account).own())
                .filter(own -> login(own).isEmpty());
    }

    @Override
    public boolean isThere(StoreSettings settings, Path secrets) {
        var kind = kind(settings).orElseThrow();
        return Account.ifThere(settings, secrets)
                .filter(account -> isThere(new Place(kind, settings, account)))
                .isPresent();
    }

    private static boolean isThere(Place place) {
        try (var connection = connectAsAdministrator(place)) {
            return new Administrator(connection, place).owner().isPresent();
        } catch (SQLException e) {
            throw place.account().unknown(place.server(), place.kind().word(), e);
        }
    }

    @Override
    public StoreSettings provide(StoreSettings settings, Path secrets) {
        var kind = kind(settings).orElseThrow();
        var account = Account.of(settings, secrets);
        var place = new Place(kind, settings, account);
        var own = place.own();
        var refusal = login(own);
        if (refusal.isEmpty()) {
            return own;
        }
        LOG.info(
                "The module's role {} cannot open its {} yet ({}); making what is missing",
                account.name(),
                kind.word(),
                Problem.describe(refusal.get()));
        make(place);
        login(own)
                .ifPresent(e -> {
                    throw account.refused(
                            settings,
                            "The role " + account.name() + " cannot open its " + kind.word() + ".",
                            Problem.describe(e)
                                    + (isLogin(e)
                                            ? " The role is there with another password than the one in "
                                                    + account.file()
                                                    + "; another host may use it: copy that host's file."
                                            : ""));
                });
        return own;
    }

    @Override
    public void remove(StoreSettings settings, Path secrets) {
        var kind = kind(settings).orElseThrow();
        Account.ifThere(settings, secrets)
                .ifPresent(account -> {
                    remove(new Place(kind, settings, account));
                    account.forget(settings);
                });
    }

    private static void remove(Place place) {
        try (var connection = connectAsAdministrator(place)) {
            new Demolition(connection, place).run();
        } catch (SQLException e) {
            throw place.account()
                    .notRemoved(
                            place.server(),
                            "The "
                                    + place.kind().word()
                                    + " "
                                    + place.account().name()
                                    + " of a module could not be removed, or its role.",
                            Problem.describe(e)
                                    + " Have an administrator run: "
                                    + place.drop()
                                    + "; "
                                    + place.dropRole()
                                    + ";",
                            e);
        }
    }

    private static Connection connectAsAdministrator(Place place) throws SQLException {
        var settings = PooledSettings.of(place.asAdministrator());
        var source = PostgresSource.plain(settings);
        return new FirstConnection(settings, PostgresErrors::classify)
                .make(source, PostgresSource.place(source));
    }

    private static void make(Place place) {
        try (var connection = connectAsAdministrator(place)) {
            new Construction(connection, place).build();
        } catch (SQLException e) {
            throw place.account()
                    .refused(
                            place.server(),
                            "The "
                                    + place.kind().word()
                                    + " "
                                    + place.account().name()
                                    + " could not be made for a module.",
                            Problem.describe(e) + " Have an administrator run: " + place.script());
        }
    }

    /** Returns why the role cannot open its own database; nothing if it can. */
    private static Optional<SQLException> login(StoreSettings own) {
        var settings = PooledSettings.of(own);
        var source = PostgresSource.plain(settings);
        var first = new FirstConnection(settings, PostgresErrors::classify);
        try (var connection = first.tryToMake(source, PostgresSource.place(source));
                var statement = connection.prepareStatement(Place.OWN_SCHEMA)) {
            statement.setString(1, settings.user().orElseThrow());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1)
                        ? Optional.empty()
                        : Optional.of(
                                new SQLException(
                                        "The role owns neither the database nor a schema of its"
                                                + " name in it",
                                        "42501"));
            }
        } catch (SQLException e) {
            if (PostgresErrors.classify(e).errorClass() == ErrorClass.CONNECTION) {
                throw first.refused(e, PostgresSource.place(source));
            }
            return Optional.of(e);
        }
    }

    private static boolean isLogin(SQLException e) {
        return "28P01".equals(e.getSQLState());
    }
}
