package dev.tenon.benchmarks.articles;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.sql.PostgresServer;
import dev.tenon.benchmarks.sql.Synchronous;
import dev.tenon.benchmarks.sql.Target;
import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The catalogue in databases of a PostgreSQL. */
record CatalogueServer(PostgresServer server) implements Catalogues {

    static CatalogueServer make(
            Synchronous synchronous, Catalogue catalogue, TemporaryFolder folder)
            throws IOException, SQLException {
        var databases = new CatalogueServer(PostgresServer.start(synchronous));
        databases.execute("create database original");
        catalogue.fill(databases.target("original"), folder.resolve(""));
        databases.copy("shared");
        return databases;
    }

    @Override
    public Target shared() {
        return target("shared");
    }

    @Override
    public Target copy() throws SQLException {
        execute("drop database if exists copied");
        copy("copied");
        return target("copied");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void copy(String name) throws SQLException {
        execute("create database %s template original strategy file_copy".formatted(name));
    }

    /** The driver makes one statement of the rows of a batch, for all who send one. */
    private Target target(String database) {
        var target = server.target(database);
        return new Target(
                target.product(),
                target.url() + "&reWriteBatchedInserts=true",
                target.synchronous());
    }

    private void execute(String sql) throws SQLException {
        try (var connection =
                        server.target()
                                .connections(TransactionMode.DEFERRED, false)
                                .getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
