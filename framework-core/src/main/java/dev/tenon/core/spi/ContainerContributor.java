package dev.tenon.core.spi;

import dev.tenon.core.ModuleContext;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import java.util.Set;

/**
 * Adds beans of a framework module to the container of every module: interceptors such as the one
 * behind {@code @Transactional}, and objects that a module injects.
 *
 * <p>Found with {@link java.util.ServiceLoader} in the host's own layer: {@code provides
 * dev.tenon.core.spi.ContainerContributor with …}. The package that holds the bean classes and
 * extensions has to be opened to {@code weld.core.impl}. One instance serves all modules, several
 * of them at the same time.
 */
public interface ContainerContributor {

    /** Returns the bean and interceptor classes for the given module's container. Default: none. */
    default Set<Class<?>> beanClasses(ModuleContext module) {
        return Set.of();
    }

    /** Returns new extensions for the given module's container. Default: none. */
    default List<Extension> extensions(ModuleContext module) {
        return List.of();
    }

    /**
     * Returns the types of the beans that the {@link #extensions} add. A type that is injected and
     * that no bean has is looked up in the service registry; these are not. Default: none.
     */
    default Set<Class<?>> types(ModuleContext module) {
        return Set.of();
    }
}
