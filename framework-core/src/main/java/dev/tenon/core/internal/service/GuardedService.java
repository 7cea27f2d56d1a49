package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceKey;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service as other modules get it: each call passes the gate of the module that offers it.
 * Services of interface types are guarded; a service of a class is handed out as it is.
 */
final class GuardedService implements InvocationHandler {

    private final ServiceKey<?> key;
    private final String owner;
    private final CallGate gate;
    private volatile @Nullable Supplier<?> service;

    private GuardedService(ServiceKey<?> key, String owner, Supplier<?> service, CallGate gate) {
        this.key = key;
        this.owner = owner;
        this.service = service;
        this.gate = gate;
    }

    /** Returns a supplier of the guarded service, always the same object for an interface type. */
    static <S> Supplier<? extends S> guard(
            ServiceKey<S> key, String owner, Supplier<? extends S> service, CallGate gate) {
        var type = key.type();
        if (!type.isInterface() || type.isSealed()) {
            return service;
        }
        var guard = new GuardedService(key, owner, service, gate);
        gate.guard(guard);
        var guarded =
                type.cast(
                        Proxy.newProxyInstance(
                                type.getClassLoader(), new Class<?>[] {type}, guard));
        return () -> guarded;
    }

    /** Forgets the service, whose module has stopped. */
    void letGo() {
        service = null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        var call = new CallGate.Call();
        if (!gate.enter(call)) {
            throw new HostException(gone(method, "It has stopped, or is stopping."), owner);
        }
        try {
            var target = service;
            if (target == null) {
                throw new HostException(gone(method, "It has stopped."), owner);
            }
            return method.invoke(target.get(), arguments);
        } catch (InvocationTargetException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            if (gate.isCut()) {
                throw new HostException(
                        gone(method, "It stops, and the call took longer than it could wait.")
                                .from(cause),
                        owner);
            }
            throw cause;
        } finally {
            gate.leave(call);
        }
    }

    // Two references to one service are one proxy; equals would come back here.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "service " + key + " of " + owner;
        };
    }

    private Problem gone(Method method, String cause) {
        return Problem.error(
                HostError.SERVICE_GONE,
                "The call of "
                        + method.getName()
                        + " of the service "
                        + key
                        + " failed: the module "
                        + owner
                        + " that offers it is gone.",
                cause,
                HostError.SERVICE_GONE.remedy());
    }
}
