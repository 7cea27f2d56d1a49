package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.internal.dialect.PostgresDialect;
import dev.tenon.database.internal.engine.provision.Provision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what is missing of a place, one host after the other. */
final class Construction {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private final Connection connection;
    private final Place place;
    private final Administrator administrator;

    /** Works with a connection of the administering user, with auto-commit on. */
    Construction(Connection connection, Place place) {
        this.connection = connection;
        this.place = place;
        this.administrator = new Administrator(connection, place);
    }

    void build() throws SQLException {
        administrator.inTurn(() -> {
            makeRole();
            if (place.kind() == Provision.DATABASE) {
                makeDatabase();
            } else {
                makeSchema();
            }
            nameWhatElseItReaches();
        });
    }

    private void makeRole() throws SQLException {
        var name = place.account().name();
        if (administrator.hasRole()) {
            if (!administrator.hasMadeRole()) {
                throw foreign("The role " + name + " is there, and was not made by Tenon.");
            }
            return;
        }
        connection.setAutoCommit(false);
        try {
            administrator.run(
                    "CREATE ROLE "
                            + place.quoted()
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
            administrator.run(
                    "COMMENT ON ROLE " + place.quoted() + " IS '" + Administrator.MARK + "'");
            // Sent as its hash: the server may log what it is told.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(
                            name, place.account().password().toCharArray(), "scram-sha-256");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        LOG.info("Made the role {} on the server", name);
    }

    private void makeDatabase() throws SQLException {
        var name = place.account().name();
        if (!isOwned()) {
            // Others than superusers may give a database to a role they are in.
            administrator.joinRole();
            administrator.run(
                    "CREATE DATABASE "
                            + place.quoted()
                            + " OWNER "
                            + place.quoted()
                            + " TEMPLATE template0 ENCODING 'UTF8'");
            LOG.info("Made the database {} on the server", name);
        }
        administrator.run("REVOKE ALL ON DATABASE " + place.quoted() + " FROM PUBLIC");
    }

    private void makeSchema() throws SQLException {
        var name = place.account().name();
        if (!isOwned()) {
            administrator.joinRole();
            administrator.run(
                    "CREATE SCHEMA " + place.quoted() + " AUTHORIZATION " + place.quoted());
            LOG.info("Made the schema {} on the server", name);
        }
        administrator.run("REVOKE ALL ON SCHEMA " + place.quoted() + " FROM PUBLIC");
        administrator.run("ALTER ROLE " + place.quoted() + " SET search_path = " + place.quoted());
    }

    /** Returns whether it is there; one that belongs to somebody else is left alone. */
    private boolean isOwned() throws SQLException {
        var name = place.account().name();
        var owner = administrator.owner();
        if (owner.isPresent() && !owner.get().equals(name)) {
            throw foreign(
                    "The "
                            + place.kind().word()
                            + " "
                            + name
                            + " is there, and belongs to "
                            + owner.get()
                            + ".");
        }
        return owner.isPresent();
    }

    /**
     * A database that lets everybody connect lets this role connect too; that is not ours to end.
     */
    private void nameWhatElseItReaches() throws SQLException {
        var others = new ArrayList<String>();
        try (var statement =
                connection.prepareStatement(
                        "select datname from pg_database where datallowconn and datname <> ?"
                                + " and has_database_privilege(?, datname, 'connect') order by 1")) {
            statement.setString(
                    1,
                    place.kind() == Provision.DATABASE
                            ? place.account().name()
                            : connection.getCatalog());
            statement.setString(2, place.account().name());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    others.add(rows.getString(1));
                }
            }
        }
        if (!others.isEmpty()) {
            LOG.info(
                    "The role {} may also connect to {}, which let everybody connect. To end that,"
                            + " run: {}",
                    place.account().name(),
                    others,
                    closing(others));
        }
    }

    private static String closing(List<String> databases) {
        var dialect = new PostgresDialect();
        return String.join(
                " ",
                databases.stream()
                        .map(d ->
                                "REVOKE CONNECT ON DATABASE " + dialect.quote(d) + " FROM PUBLIC;")
                        .toList());
    }

    private RuntimeException foreign(String cause) {
        return place.account()
                .refused(
                        place.server(),
                        "The " + place.kind().word() + " of a module is not made.",
                        cause + " Rename or drop it, or set provision-prefix.");
    }
}
