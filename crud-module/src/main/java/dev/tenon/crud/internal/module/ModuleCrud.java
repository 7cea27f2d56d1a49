package dev.tenon.crud.internal.module;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.spi.Provision;
import dev.tenon.crud.CrudService;
import dev.tenon.crud.internal.service.ServedDatabase;
import dev.tenon.crud.internal.service.ServedDatabases;
import dev.tenon.crud.internal.service.Service;
import java.util.Map;

/**
 * What a module has of CRUD: a service of its own, and its database in the one for all.
 *
 * @param own its database alone
 * @param all those of all modules
 */
record ModuleCrud(ServedDatabase database, ServedDatabases own, ServedDatabases all)
        implements Provision {

    static ModuleCrud of(ServedDatabase database, ServedDatabases all) {
        var own = new ServedDatabases();
        own.add(database);
        all.add(database);
        return new ModuleCrud(database, own, all);
    }

    @Override
    public Map<ServiceKey<?>, Object> services() {
        return Map.of(ServiceKey.of(CrudService.class), new Service(own));
    }

    @Override
    public void close() {
        all.remove(database);
        own.remove(database);
        database.close();
    }
}
