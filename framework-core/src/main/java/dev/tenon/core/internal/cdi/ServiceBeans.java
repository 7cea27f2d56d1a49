package dev.tenon.core.internal.cdi;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.service.Service;
import dev.tenon.core.service.ServiceKey;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers beans with {@link Service} in the registry. */
final class ServiceBeans {

    private ServiceBeans() {}

    static void offer(
            List<Bean<?>> beans,
            java.lang.Module module,
            BeanManager manager,
            OwnedServices services) {
        for (Bean<?> bean : beans) {
            var annotation =
                    Objects.requireNonNull(bean.getBeanClass().getAnnotation(Service.class));
            for (Class<?> type : typesOf(bean, annotation, module)) {
                offer(ServiceKey.of(type, annotation.name()), bean, manager, services);
            }
        }
    }

    private static <S> void offer(
            ServiceKey<S> key, Bean<?> bean, BeanManager manager, OwnedServices services) {
        var reference =
                new LazyReference<>(() ->
                        key.type()
                                .cast(
                                        manager.getReference(
                                                bean,
                                                typeOf(bean, key.type()).orElseThrow(),
                                                manager.createCreationalContext(bean))));
        services.offerLazily(key, reference);
    }

    private static List<Class<?>> typesOf(
            Bean<?> bean, Service annotation, java.lang.Module module) {
        var type = bean.getBeanClass();
        List<Class<?>> types =
                annotation.value().length > 0
                        ? Arrays.asList(annotation.value())
                        : Arrays.stream(type.getInterfaces())
                                .<Class<?>>map(i -> i)
                                .filter(i -> i.getModule().isExported(i.getPackageName()))
                                .filter(i -> !i.getPackageName().startsWith("java."))
                                .toList();
        if (types.isEmpty()) {
            throw invalid(
                    type,
                    module,
                    "It implements no interface of an exported package, those of Java excepted, and"
                            + " its @Service names no type.");
        }
        for (Class<?> offered : types) {
            if (typeOf(bean, offered).isEmpty()) {
                throw invalid(type, module, "It is not of the type " + offered.getName() + ".");
            }
        }
        return types;
    }

    /** Returns the type of the bean that is the class, with its type arguments if it has any. */
    private static Optional<Type> typeOf(Bean<?> bean, Class<?> offered) {
        return bean.getTypes().stream()
                .filter(t ->
                        t == offered
                                || (t instanceof ParameterizedType p && p.getRawType() == offered))
                .findFirst();
    }

    private static HostException invalid(Class<?> bean, java.lang.Module module, String cause) {
        return new HostException(
                Problem.error(
                        HostError.SERVICE_BEAN_INVALID,
                        "The bean "
                                + bean.getName()
                                + " of "
                                + module.getName()
                                + " cannot be offered as a service.",
                        cause,
                        HostError.SERVICE_BEAN_INVALID.remedy()),
                module.getName());
    }

    /** The contextual reference of a bean, made when it is first asked for. */
    private static final class LazyReference<S> implements Supplier<S> {
        private final Supplier<S> source;
        private final AtomicReference<@Nullable S> reference = new AtomicReference<>();

        LazyReference(Supplier<S> source) {
            this.source = source;
        }

        @Override
        public S get() {
            var known = reference.get();
            if (known != null) {
                return known;
            }
            // Made without a lock, because making a bean may ask for others that ask for this one.
            var made = source.get();
            var first = reference.compareAndExchange(null, made);
            return first == null ? made : first;
        }
    }
}
