package dev.tenon.crud.internal.module;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.Provision;
import dev.tenon.crud.internal.entity.Entities;
import dev.tenon.crud.internal.repository.plan.PlannedRepository;
import dev.tenon.crud.internal.repository.run.Repositories;
import dev.tenon.crud.internal.validation.Validators;
import dev.tenon.database.mapping.MappedDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a module its repositories: as services for itself, which become its beans if it has any.
 *
 * @param repositories what was planned
 */
record RepositoryPreparation(List<PlannedRepository> repositories) implements Preparation {

    RepositoryPreparation {
        repositories = List.copyOf(repositories);
    }

    @Override
    public Provision prepare(ModulePlugin framework, ModuleContext context, java.lang.Module module)
            throws Exception {
        var database = context.services().get(MappedDatabase.class);
        var entities = new Entities(database, module);
        var validators = new Validators();
        return new Made(
                Repositories.of(repositories, database, entities, module, validators), validators);
    }

    /** What a module has of its repositories. */
    private record Made(Repositories repositories, Validators validators) implements Provision {

        @Override
        public Map<ServiceKey<?>, Object> services() {
            var services = new HashMap<>(repositories.services());
            services.put(ServiceKey.of(Repositories.class), repositories);
            return services;
        }

        @Override
        public void close() {
            validators.close();
            // Their sessions are closed with the database.
        }
    }
}
