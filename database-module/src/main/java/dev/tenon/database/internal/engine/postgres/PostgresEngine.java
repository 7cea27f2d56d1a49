package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.Backups;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.engine.Provisioning;
import dev.tenon.database.internal.dialect.PostgresDialect;
import java.util.Optional;

/** PostgreSQL from 14. */
public final class PostgresEngine extends WireEngine {

    /** Makes the engine. */
    public PostgresEngine() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean takes(String url) {
        return url.startsWith(PostgresSource.PREFIX);
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    boolean isCockroach() {
        return false;
    }

    @Override
    public Optional<Backups> backups() {
        return Optional.of(new PostgresBackups());
    }

    @Override
    public Optional<Provisioning> provisioning() {
        return Optional.of(new PostgresProvisioning());
    }
}
