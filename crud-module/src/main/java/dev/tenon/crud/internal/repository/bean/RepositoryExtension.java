package dev.tenon.crud.internal.repository.bean;

import dev.tenon.crud.internal.repository.run.Repositories;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;

/** Adds a bean for each repository, and hands the interceptors of the container to them. */
final class RepositoryExtension implements Extension {

    private final Repositories repositories;

    RepositoryExtension(Repositories repositories) {
        this.repositories = repositories;
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        repositories
                .byType()
                .forEach((type, repository) ->
                        discovery
                                .addBean()
                                .addTransitiveTypeClosure(type)
                                .scope(Dependent.class)
                                .produceWith(_ -> repository));
    }

    void connect(@Observes AfterDeploymentValidation validated, BeanManager manager) {
        repositories.use(manager);
    }
}
