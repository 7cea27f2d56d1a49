package dev.tenon.database.internal.transaction;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.spi.ContainerContributor;
import java.util.Set;

/** Adds {@code @Transactional} to the beans of every module that requires this one. */
public final class TransactionContributor implements ContainerContributor {

    /** Made by the service loader. */
    public TransactionContributor() {}

    @Override
    public Set<Class<?>> beanClasses(ModuleContext module) {
        var self = TransactionContributor.class.getModule().getName();
        return module.info().requires().contains(self) ? TransactionalInterceptor.ALL : Set.of();
    }
}
