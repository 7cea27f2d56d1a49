package dev.tenon.database.internal.engine.postgres;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.CockroachDialect;

/**
 * CockroachDB. Its addresses are those of PostgreSQL, so it is chosen by the setting {@code
 * engine}.
 */
public final class CockroachEngine extends WireEngine {

    /** Makes the engine. */
    public CockroachEngine() {}

    @Override
    public String name() {
        return "cockroachdb";
    }

    @Override
    public boolean takes(String url) {
        return false;
    }

    @Override
    public Dialect dialect() {
        return new CockroachDialect();
    }

    @Override
    boolean isCockroach() {
        return true;
    }
}
