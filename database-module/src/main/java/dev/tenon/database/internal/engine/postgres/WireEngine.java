package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.Engine;
import dev.tenon.database.engine.Store;
import dev.tenon.database.engine.StoreSettings;
import dev.tenon.database.internal.engine.pooled.FirstConnection;
import dev.tenon.database.internal.engine.pooled.PooledSettings;
import dev.tenon.database.internal.engine.pooled.PooledStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens databases by the protocol of PostgreSQL. */
abstract class WireEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenon.database");

    @Override
    public final Store open(StoreSettings store) {
        var settings = PooledSettings.of(store);
        var source = PostgresSource.plain(settings);
        var place = PostgresSource.place(source);
        var first = new FirstConnection(settings, PostgresErrors::classify);
        try (var connection = first.make(source, place)) {
            return PooledStore.open(settings, server(settings, connection));
        } catch (SQLException e) {
            throw first.refused(e, place);
        }
    }

    private PostgreSql server(PooledSettings settings, Connection first) throws SQLException {
        boolean cockroach = version(first).startsWith("CockroachDB");
        if (cockroach != isCockroach()) {
            LOG.warn(
                    "The database {} is on {}, not on {}, and is treated so. Set its engine to {}:"
                            + " the plan checks the schema for the engine that is set.",
                    settings.database(),
                    cockroach ? "CockroachDB" : "PostgreSQL",
                    cockroach ? "PostgreSQL" : "CockroachDB",
                    cockroach ? "cockroachdb" : "postgresql");
        }
        return cockroach ? new Cockroach() : new PostgreSql();
    }

    /** Returns whether this engine stands for CockroachDB. */
    abstract boolean isCockroach();

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version()")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
