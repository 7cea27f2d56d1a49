package dev.tenon.crud.internal.repository.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One repository: knows what each of its methods does. */
final class RepositoryHandler implements InvocationHandler {

    private static final Object[] NONE = {};

    private final String name;
    private final Map<Method, Call> calls;

    RepositoryHandler(String name, Map<Method, Call> calls) {
        this.name = name;
        this.calls = Map.copyOf(calls);
    }

    @Override
    public @Nullable Object invoke(
            Object repository, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        var call = calls.get(method);
        if (call == null) {
            return ofObject(repository, method, arguments == null ? NONE : arguments);
        }
        return call.run(repository, arguments == null ? NONE : arguments);
    }

    @SuppressWarnings("ReferenceEquality") // What Object.equals means.
    private @Nullable Object ofObject(
            Object repository, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> repository == arguments[0];
            case "hashCode" -> System.identityHashCode(repository);
            case "toString" -> "the repository " + name;
            default -> throw new UnsupportedOperationException(name + "." + method.getName());
        };
    }
}
