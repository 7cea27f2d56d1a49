package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.internal.engine.provision.Provision;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what {@link Construction} has made of a place, and nothing that is somebody else's. */
final class Demolition {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    private final Place place;
    private final Administrator administrator;

    /** Works with a connection of the administering user, with auto-commit on. */
    Demolition(Connection connection, Place place) {
        this.place = place;
        this.administrator = new Administrator(connection, place);
    }

    void run() throws SQLException {
        administrator.inTurn(() -> {
            if (!administrator.hasRole()) {
                return;
            }
            if (!administrator.hasMadeRole()) {
                throw new SQLException("The role was not made by Tenon", "42501");
            }
            // Whoever uses a table of the schema is waited for, but not for ever.
            administrator.run("SET lock_timeout = '60s'");
            administrator.joinRole();
            if (place.kind() == Provision.SCHEMA) {
                // Its schema is among it. Without CASCADE, which would drop what others have built
                // on its tables, or have put into its schema.
                administrator.run("DROP OWNED BY " + place.quoted());
            } else if (isOwnDatabase()) {
                administrator.run(place.drop());
            }
            administrator.run(place.dropRole());
            LOG.info(
                    "Removed the {} {} and its role from the server",
                    place.kind().word(),
                    place.account().name());
        });
    }

    private boolean isOwnDatabase() throws SQLException {
        return administrator.owner().filter(place.account().name()::equals).isPresent();
    }
}
