package dev.tenon.crud.internal.repository.bean;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.spi.ContainerContributor;
import dev.tenon.crud.internal.repository.run.Repositories;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import java.util.Set;

/** Adds the repositories of a module to its beans. */
public final class RepositoryContributor implements ContainerContributor {

    /** Made by the service loader. */
    public RepositoryContributor() {}

    @Override
    public List<Extension> extensions(ModuleContext module) {
        return module.services().find(Repositories.class).stream()
                .<Extension>map(RepositoryExtension::new)
                .toList();
    }

    @Override
    public Set<Class<?>> types(ModuleContext module) {
        return module.services()
                .find(Repositories.class)
                .map(repositories -> repositories.byType().keySet())
                .orElse(Set.of());
    }
}
