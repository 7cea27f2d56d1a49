package dev.tenon.database.internal.transaction;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.spi.ContainerContributor;
import java.util.Optional;
import java.util.Set;

/** Adds {@code @Transactional} to the beans of every module that requires this one. */
public final class TransactionContributor implements ContainerContributor {

    /** Made by the service loader. */
    public TransactionContributor() {}

    @Override
    public Set<Class<?>> beanClasses(ModuleContext module) {
        return module.info().requires().stream().anyMatch(TransactionContributor::leadsHere)
                ? TransactionalInterceptor.ALL
                : Set.of();
    }

    /** Whoever requires a framework module that requires this one requires this one, too. */
    private static boolean leadsHere(String required) {
        var self = TransactionContributor.class.getModule();
        return required.equals(self.getName())
                || Optional.ofNullable(self.getLayer())
                        .flatMap(layer -> layer.findModule(required))
                        .filter(found -> found.canRead(self))
                        .isPresent();
    }
}
