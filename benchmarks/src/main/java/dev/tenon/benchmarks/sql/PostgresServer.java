package dev.tenon.benchmarks.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of the benchmark alone, which does not wait for the disk. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it. */
    public static PostgresServer start() throws IOException {
        return new PostgresServer(
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start());
    }

    /** Returns its database. */
    public Target target() {
        return new Target(Product.POSTGRESQL, server.getJdbcUrl("postgres", "postgres"), "NORMAL");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
