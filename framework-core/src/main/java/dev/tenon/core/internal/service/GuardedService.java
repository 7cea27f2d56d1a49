package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceKey;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
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
    private final Object proxy;
    private volatile @Nullable Supplier<?> service;
    private volatile @Nullable GuardedService successor;

    private GuardedService(ServiceKey<?> key, String owner, Supplier<?> service, CallGate gate) {
        this.key = key;
        this.owner = owner;
        this.service = service;
        this.gate = gate;
        this.proxy =
                Proxy.newProxyInstance(
                        key.type().getClassLoader(), new Class<?>[] {key.type()}, this);
    }

    /** Returns the guarded service, if the key is of an interface type. */
    static <S> Optional<GuardedService> guard(
            ServiceKey<S> key, String owner, Supplier<? extends S> service, CallGate gate) {
        var type = key.type();
        if (!type.isInterface() || type.isSealed()) {
            return Optional.empty();
        }
        var guard = new GuardedService(key, owner, service, gate);
        gate.guard(guard);
        return Optional.of(guard);
    }

    /** Returns what is handed out: always the same object, of the key's type. */
    Object proxy() {
        return proxy;
    }

    /** Sends the calls that come from now on to the service of another module, of the same key. */
    void passOn(GuardedService next) {
        successor = next;
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
        var guard = latest();
        while (!guard.gate.enter(call)) {
            // It may have been passed on between the look and the call.
            var next = guard.latest();
            if (next.equals(guard)) {
                throw new HostException(
                        guard.gone(method, "It has stopped, or is stopping."), guard.owner);
            }
            guard = next;
        }
        return guard.call(call, method, arguments);
    }

    /** Follows the successors to the last one; shortens the way for the next call. */
    private GuardedService latest() {
        var last = this;
        for (var next = successor; next != null; next = next.successor) {
            last = next;
        }
        if (!last.equals(this)) {
            successor = last;
        }
        return last;
    }

    /** Makes a call that the gate has let in. */
    private @Nullable Object call(CallGate.Call call, Method method, Object @Nullable [] arguments)
            throws Throwable {
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
