package dev.tenon.database.internal.module;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.internal.opening.OpenDatabase;
import dev.tenon.database.mapping.MappedDatabase;
import java.util.Map;

/**
 * What a module has of its database, for itself alone: sessions, and what framework modules need to
 * work with it.
 */
record ModuleDatabase(OpenDatabase database, MappedDatabase mapped, Runnable closed)
        implements Provision {

    @Override
    public Map<ServiceKey<?>, Object> services() {
        return Map.of(
                ServiceKey.of(SessionFactory.class),
                mapped.sessions(),
                ServiceKey.of(MappedDatabase.class),
                mapped);
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            closed.run();
        }
    }
}
