package dev.tenon.core.internal.cdi;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.spi.ContainerContributor;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.weld.Container;
import org.jboss.weld.config.ConfigurationKey;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The running CDI container of one module. */
public final class ModuleContainer implements AutoCloseable {

    /** A fresh id for each container: reusing that of a running one breaks it. */
    private static final AtomicLong COUNTER = new AtomicLong();

    private final java.lang.Module module;
    private final WeldContainer weld;
    private final ModuleExtension extension;

    private ModuleContainer(
            java.lang.Module module, WeldContainer weld, ModuleExtension extension) {
        this.module = module;
        this.weld = weld;
        this.extension = extension;
    }

    /**
     * Starts a container.
     *
     * @param module the module, opened to the container
     * @param beanClassNames the binary names of its bean classes
     * @param settings the interface of settings that the module declares, if any
     * @throws HostException if a class cannot be found
     * @throws LinkageError if a class cannot be linked
     * @throws RuntimeException whatever Weld or a bean throws
     */
    static ModuleContainer start(
            java.lang.Module module,
            List<String> beanClassNames,
            ModuleContext context,
            Optional<Class<?>> settings,
            List<ContainerContributor> contributors) {
        var contributed = new HashSet<Class<?>>();
        contributors.forEach(c -> contributed.addAll(c.types(context)));
        var extension = new ModuleExtension(module, context, settings, contributed);
        var id = context.name() + "#" + COUNTER.incrementAndGet();
        var builder =
                new Weld(id)
                        .disableDiscovery()
                        .skipShutdownHook()
                        .setClassLoader(module.getClassLoader())
                        // Parallel modules make better use of the processors than threads in each.
                        .property(ConfigurationKey.CONCURRENT_DEPLOYMENT.get(), false)
                        .property(ConfigurationKey.PRELOADER_THREAD_POOL_SIZE.get(), 0)
                        .addServices(
                                new ModuleThreads(context.name(), module.getClassLoader()),
                                new ProxyClasses())
                        .addExtension(extension)
                        .addBeanClasses(
                                beanClassNames.stream()
                                        .map(n -> load(module, n))
                                        .toArray(Class<?>[]::new));
        for (ContainerContributor contributor : contributors) {
            contributor.beanClasses(context).forEach(builder::addBeanClass);
            contributor.extensions(context).forEach(builder::addExtension);
        }
        CallerContainers.add(module, id);
        try {
            return new ModuleContainer(module, builder.initialize(), extension);
        } catch (Throwable e) {
            CallerContainers.remove(module);
            // A failed start leaves its singletons, and with them the class loader of the module.
            if (Container.isSet(id)) {
                Container.instance(id).cleanup();
            }
            throw e;
        }
    }

    /** Returns the beans, for lookup. */
    public Instance<Object> beans() {
        return weld;
    }

    /** Offers the beans with {@code @Service} to the other modules. */
    public void offerServices(OwnedServices services) {
        ServiceBeans.offer(extension.offered(), module, weld.getBeanManager(), services);
    }

    /** Destroys the beans and forgets the module. */
    @Override
    public void close() {
        try {
            if (weld.isRunning()) {
                weld.shutdown();
            }
        } finally {
            CallerContainers.remove(module);
        }
    }

    private static Class<?> load(java.lang.Module module, String name) {
        var type = Class.forName(module, name);
        if (type == null) {
            throw new HostException(
                    Problem.error(
                            HostError.CONTAINER_FAILED,
                            "The bean class " + name + " of " + module.getName() + " is gone.",
                            "It was in the module when it was searched for beans.",
                            "Do not change the files of a module while it starts."),
                    module.getName());
        }
        link(type);
        return type;
    }

    /** Loads the classes that stand in the members of a bean: Weld drops a bean that lacks one. */
    private static void link(Class<?> type) {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            var _ = t.getDeclaredConstructors();
            var _ = t.getDeclaredFields();
            var _ = t.getDeclaredMethods();
        }
    }
}
