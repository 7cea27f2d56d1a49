package dev.tenon.database.internal.module;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.spi.Provision;
import dev.tenon.database.SessionFactory;
import dev.tenon.database.internal.opening.OpenDatabase;
import java.util.Map;

/** What a module has of its database: sessions, for itself alone. */
record ModuleDatabase(OpenDatabase database, Runnable closed) implements Provision {

    @Override
    public Map<ServiceKey<?>, Object> services() {
        return Map.of(ServiceKey.of(SessionFactory.class), database.sessions());
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
