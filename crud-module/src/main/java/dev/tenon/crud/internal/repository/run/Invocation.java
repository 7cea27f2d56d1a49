package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.repository.run.InterceptorSource.Link;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.weld.interceptor.WeldInvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through its interceptors. For one thread. Of the type of the container, which
 * tells interceptors of no bindings otherwise.
 */
final class Invocation implements WeldInvocationContext {

    private final Call inner;
    private final Method method;
    private final Set<Annotation> bindings;
    private final List<Link<?>> links;
    private final Object repository;
    private final Map<String, Object> data = new HashMap<>();
    private @Nullable Object[] arguments;
    private int next;

    Invocation(
            Call inner,
            Method method,
            Set<Annotation> bindings,
            List<Link<?>> links,
            Object repository,
            @Nullable Object[] arguments) {
        this.inner = inner;
        this.method = method;
        this.bindings = bindings;
        this.links = links;
        this.repository = repository;
        this.arguments = arguments;
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        int current = next;
        try {
            if (current == links.size()) {
                return inner.run(repository, arguments);
            }
            next++;
            return links.get(current).intercept(this);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        } finally {
            // An interceptor may proceed again.
            next = current;
        }
    }

    @Override
    public Object getTarget() {
        return repository;
    }

    @Override
    public @Nullable Object getTimer() {
        return null;
    }

    @Override
    public Method getMethod() {
        return method;
    }

    @Override
    public @Nullable Constructor<?> getConstructor() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // Arguments can be null, whatever the interface says.
    public Object[] getParameters() {
        return arguments;
    }

    @Override
    public void setParameters(@Nullable Object[] parameters) {
        arguments = parameters;
    }

    @Override
    public Map<String, Object> getContextData() {
        return data;
    }

    @Override
    public Set<Annotation> getInterceptorBindings() {
        return bindings;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract all the same.
    public <T extends Annotation> Set<T> getInterceptorBindingsByType(Class<T> type) {
        return getInterceptorBindings(type);
    }

    @Override
    public <T extends Annotation> @Nullable T getInterceptorBinding(Class<T> type) {
        return getInterceptorBindings(type).stream().findFirst().orElse(null);
    }

    @Override
    public <T extends Annotation> Set<T> getInterceptorBindings(Class<T> type) {
        return bindings.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
