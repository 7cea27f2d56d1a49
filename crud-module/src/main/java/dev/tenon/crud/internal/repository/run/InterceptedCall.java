package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.repository.run.InterceptorSource.Link;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call with interceptors round it, which are found when it is first made. */
final class InterceptedCall implements Call {

    private final Call inner;
    private final Method method;
    private final Set<Annotation> bindings;
    private final InterceptorSource source;
    private volatile @Nullable List<Link<?>> links;

    private InterceptedCall(
            Call inner, Method method, Set<Annotation> bindings, InterceptorSource source) {
        this.inner = inner;
        this.method = method;
        this.bindings = bindings;
        this.source = source;
    }

    /** Returns the call with the interceptors that the repository and the method are bound to. */
    static Call around(Call inner, Class<?> repository, Method method, InterceptorSource source) {
        var bindings = new LinkedHashMap<Class<?>, Annotation>();
        // What the method says stands in the place of what the interface says.
        add(bindings, repository.getAnnotations());
        add(bindings, method.getAnnotations());
        return bindings.isEmpty()
                ? inner
                : new InterceptedCall(inner, method, Set.copyOf(bindings.values()), source);
    }

    private static void add(Map<Class<?>, Annotation> bindings, Annotation[] found) {
        Arrays.stream(found)
                .filter(a -> a.annotationType().isAnnotationPresent(InterceptorBinding.class))
                .forEach(a -> bindings.put(a.annotationType(), a));
    }

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) throws Throwable {
        return new Invocation(inner, method, bindings, links(), repository, arguments).proceed();
    }

    private List<Link<?>> links() {
        var known = links;
        if (known == null) {
            var shown = method.getDeclaringClass().getName() + "." + method.getName();
            known = source.of(bindings, shown);
            links = known;
        }
        return known;
    }
}
