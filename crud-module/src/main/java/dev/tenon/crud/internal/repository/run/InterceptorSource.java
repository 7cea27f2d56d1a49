package dev.tenon.crud.internal.repository.run;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the repositories of a module find their interceptors: in its container, if it has one. */
final class InterceptorSource {

    /** One interceptor, with the object that it is called on. */
    record Link<T>(Interceptor<T> interceptor, T instance) {

        @Nullable Object intercept(InvocationContext call) throws Exception {
            return interceptor.intercept(InterceptionType.AROUND_INVOKE, instance, call);
        }
    }

    private volatile @Nullable BeanManager manager;

    /** Tells of the container, once it knows its interceptors. */
    void use(BeanManager found) {
        manager = found;
    }

    /**
     * Returns the interceptors of the bindings, in the order in which they are called.
     *
     * @param method what they are for, for people
     * @throws IllegalStateException if the module has no container, or it is not ready
     */
    List<Link<?>> of(Set<Annotation> bindings, String method) {
        var known = manager;
        if (known == null) {
            throw new IllegalStateException(
                    "The method "
                            + method
                            + " has interceptors ("
                            + bindings
                            + "), and its module has no container to make them, or it is not started."
                            + " Give the module a bean, such as a class with @ApplicationScoped.");
        }
        return known
                .resolveInterceptors(
                        InterceptionType.AROUND_INVOKE, bindings.toArray(Annotation[]::new))
                .stream()
                .<Link<?>>map(interceptor -> link(known, interceptor))
                .toList();
    }

    private static <T> Link<T> link(BeanManager manager, Interceptor<T> interceptor) {
        return new Link<>(
                interceptor, interceptor.create(manager.createCreationalContext(interceptor)));
    }
}
