package dev.tenon.benchmarks.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of the benchmark alone. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Synchronous synchronous;

    private PostgresServer(EmbeddedPostgres server, Synchronous synchronous) {
        this.server = server;
        this.synchronous = synchronous;
    }

    /** Starts it. */
    public static PostgresServer start(Synchronous synchronous) throws IOException {
        var waiting = synchronous == Synchronous.FULL ? "on" : "off";
        return new PostgresServer(
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", waiting)
                        .setServerConfig("synchronous_commit", waiting)
                        .start(),
                synchronous);
    }

    /** Returns its database. */
    public Target target() {
        return target("postgres");
    }

    /** Returns one of its databases, which need not be there yet. */
    public Target target(String database) {
        return new Target(
                Product.POSTGRESQL, server.getJdbcUrl("postgres", database), synchronous.name());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
