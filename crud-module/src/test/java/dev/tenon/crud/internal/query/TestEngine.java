package dev.tenon.crud.internal.query;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.fixtures.MariaDbServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** The engines of which the tests have a real one. */
enum TestEngine {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Opens a database, in the folder if it is a file; on PostgreSQL always the same one. */
    Store open(Path folder) throws SQLException {
        var url =
                switch (this) {
                    case SQLITE -> "jdbc:sqlite:" + folder.resolve("test.db");
                    case POSTGRESQL -> Server.POSTGRES.getJdbcUrl("postgres", "postgres");
                    case MARIADB -> mariaDb();
                };
        // The module itself does not use engines, but the database that it is given.
        TestEngine.class.getModule().addUses(Engine.class);
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.takes(url))
                .findFirst()
                .orElseThrow()
                .open(StoreSettings.of("test", url));
    }

    private static String mariaDb() throws SQLException {
        assumeTrue(
                MariaDbServer.program().isPresent(),
                "SKIPPED on MariaDB: no mariadbd in PATH or /usr/sbin;"
                        + " Debian has it in mariadb-server-core");
        return MariaDbServer.newUrl();
    }
}
