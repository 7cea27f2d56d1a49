package dev.tenon.core.internal.cdi;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.service.Service;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceRegistry;
import dev.tenon.core.settings.Settings;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Connects the container of one module with the host: makes the module's context and the services
 * of other modules injectable, and notes which beans are to be offered.
 */
final class ModuleExtension implements Extension {

    private final java.lang.Module module;
    private final ModuleContext context;
    private final Optional<Class<?>> settings;
    private final Set<Class<?>> contributed;
    private final Set<ServiceKey<?>> wanted = new LinkedHashSet<>();
    private final Set<ServiceKey<?>> wantedUnlessOwn = new LinkedHashSet<>();
    private final Set<BeanKind> own = new HashSet<>();
    private final List<Bean<?>> offered = new ArrayList<>();

    private record BeanKind(Type type, Annotation qualifier) {}

    /**
     * @param settings the interface of settings that the module declares, if any
     * @param contributed the types of beans that framework modules add, which are therefore not
     *     looked up in the registry
     */
    ModuleExtension(
            java.lang.Module module,
            ModuleContext context,
            Optional<Class<?>> settings,
            Set<Class<?>> contributed) {
        this.settings = settings;
        this.module = module;
        this.context = context;
        this.contributed = contributed;
    }

    /** Returns the beans with {@link Service}, in the order in which they were found. */
    List<Bean<?>> offered() {
        return offered;
    }

    void note(@Observes ProcessInjectionPoint<?, ?> event) {
        // Weld and framework modules have injection points of their own in every container.
        var point = event.getInjectionPoint();
        if (beanClassOf(point).getModule() == module) {
            var any = point.getQualifiers().equals(Set.of(Any.Literal.INSTANCE));
            ServicePoint.keyOf(point).ifPresent((any ? wantedUnlessOwn : wanted)::add);
        }
    }

    void note(@Observes ProcessBeanAttributes<?> event) {
        // A decorator has the types of what it decorates, but is never injected.
        if (event.getAnnotated().isAnnotationPresent(Decorator.class)) {
            return;
        }
        var bean = event.getBeanAttributes();
        for (Type type : bean.getTypes()) {
            bean.getQualifiers().forEach(q -> own.add(new BeanKind(type, q)));
        }
    }

    void note(@Observes ProcessManagedBean<?> bean) {
        if (bean.getAnnotatedBeanClass().isAnnotationPresent(Service.class)) {
            offered.add(bean.getBean());
        }
    }

    void add(@Observes AfterBeanDiscovery discovery) {
        add(discovery, ModuleContext.class, context);
        add(discovery, ServiceRegistry.class, context.services());
        add(discovery, Settings.class, context.settings());
        settings.ifPresent(type -> addSettings(discovery, type));
        wantedUnlessOwn.stream()
                .filter(key -> !own.contains(new BeanKind(key.type(), Any.Literal.INSTANCE)))
                .forEach(wanted::add);
        for (ServiceKey<?> key : wanted) {
            if (isElsewhere(key)) {
                discovery
                        .addBean()
                        .types(key.type(), Object.class)
                        .qualifiers(ServicePoint.qualifiersOf(key))
                        .scope(Dependent.class)
                        .produceWith(_ -> context.services().get(key));
            }
        }
    }

    /** A bean may inherit the point from a class of another module. */
    private static Class<?> beanClassOf(InjectionPoint point) {
        return point.getBean() == null
                ? point.getMember().getDeclaringClass()
                : point.getBean().getBeanClass();
    }

    private static <T> void add(AfterBeanDiscovery discovery, Class<T> type, T object) {
        discovery
                .addBean()
                .types(type, Object.class)
                .scope(Dependent.class)
                .produceWith(_ -> object);
    }

    private <T> void addSettings(AfterBeanDiscovery discovery, Class<T> type) {
        add(discovery, type, context.settings(type));
    }

    /**
     * Whether nothing in this container provides what is wanted, so that it has to be a service.
     */
    private boolean isElsewhere(ServiceKey<?> key) {
        var type = key.type();
        return !type.getPackageName().startsWith("jakarta.")
                && !Set.of(ModuleContext.class, ServiceRegistry.class, Settings.class)
                        .contains(type)
                && settings.filter(type::equals).isEmpty()
                && !contributed.contains(type)
                && ServicePoint.qualifiersOf(key).stream()
                        .noneMatch(q -> !(q instanceof Any) && own.contains(new BeanKind(type, q)));
    }
}
