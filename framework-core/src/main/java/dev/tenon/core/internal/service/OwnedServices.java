package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import dev.tenon.core.service.ServiceRegistration;
import dev.tenon.core.service.ServiceRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The registry as one module sees it; closing it withdraws everything of the module. */
public final class OwnedServices implements ServiceRegistry, AutoCloseable {

    private final Services services;
    private final String owner;
    private final CallGate gate = new CallGate();
    private final Deque<ServiceRegistration> offers = new ArrayDeque<>();
    private final Deque<ServiceRegistration> subscriptions = new ArrayDeque<>();
    private final Map<ServiceKey<?>, Object> own = new ConcurrentHashMap<>();
    private volatile Side side;
    private boolean closed;

    OwnedServices(Services services, String owner, Side side) {
        this.services = services;
        this.owner = owner;
        this.side = side;
    }

    String name() {
        return owner;
    }

    /** Returns where the owner stands, and its offers. */
    Side side() {
        return side;
    }

    void change(Side next) {
        side = next;
    }

    @Override
    public <S> ServiceRegistration offer(ServiceKey<S> key, S service) {
        if (!key.type().isInstance(service)) {
            throw new HostException(
                    Problem.error(
                            HostError.SERVICE_OF_WRONG_TYPE,
                            "The module " + owner + " cannot offer the service " + key + ".",
                            "The object is "
                                    + (service == null
                                            ? "null"
                                            : "of "
                                                    + service.getClass()
                                                    + ", which is not of the type")
                                    + ".",
                            HostError.SERVICE_OF_WRONG_TYPE.remedy()),
                    owner);
        }
        return offerLazily(key, () -> service);
    }

    /** Offers a service that is made, or fetched, at each lookup. */
    public <S> ServiceRegistration offerLazily(ServiceKey<S> key, Supplier<? extends S> service) {
        return own(
                offers, "offer the service " + key, () -> services.offer(key, service, this, gate));
    }

    /**
     * Makes a service known to the owner alone; it goes before one of the same key that others
     * offer, and is no offer.
     */
    public <S> void provide(ServiceKey<S> key, S service) {
        own.put(key, key.type().cast(service));
    }

    /** Forgets what was provided. */
    public void forgetProvided() {
        own.clear();
    }

    @Override
    public <S> S get(ServiceKey<S> key) {
        return provided(key).orElseGet(() -> services.get(key, this));
    }

    @Override
    public <S> Optional<S> find(ServiceKey<S> key) {
        return provided(key).or(() -> services.find(key, this));
    }

    private <S> Optional<S> provided(ServiceKey<S> key) {
        return Optional.ofNullable(own.get(key)).map(key.type()::cast);
    }

    @Override
    public <S> Map<ServiceKey<S>, S> all(Class<S> type) {
        var all = new LinkedHashMap<>(services.all(type, this));
        own.forEach((key, service) -> {
            if (key.type() == type) {
                all.put(ServiceKey.of(type, key.name()), type.cast(service));
            }
        });
        return Collections.unmodifiableMap(all);
    }

    @Override
    public List<ServiceDescription> describe() {
        return services.describe(this);
    }

    @Override
    public <S> ServiceRegistration listen(Class<S> type, ServiceListener<S> listener) {
        return own(
                subscriptions,
                "listen to services of type " + type.getName(),
                () -> services.listen(type, listener, this));
    }

    /** How many services and listeners stand in the registry for the owner. */
    public record Counts(int services, int listeners) {}

    /** Returns what stands in the registry at the moment. */
    public synchronized Counts counts() {
        return new Counts(offers.size(), subscriptions.size());
    }

    /** Withdraws what was offered through this view, the last first, and ends its listeners. */
    @Override
    public synchronized void close() {
        closed = true;
        gate.close();
        closeAll(offers);
        closeAll(subscriptions);
    }

    private static void closeAll(Deque<ServiceRegistration> registrations) {
        while (!registrations.isEmpty()) {
            registrations.pop().close();
        }
    }

    /**
     * Waits, after {@link #close}, until no other module is inside a service of this one.
     *
     * @return how many calls were interrupted because they were under way for longer than the limit
     */
    public int drain(Duration limit) {
        return gate.drain(limit);
    }

    private synchronized ServiceRegistration own(
            Deque<ServiceRegistration> registrations,
            String what,
            Supplier<ServiceRegistration> registration) {
        if (closed) {
            throw new HostException(
                    Problem.error(
                            HostError.SERVICE_OWNER_GONE,
                            "The module " + owner + " cannot " + what + ".",
                            "It has stopped.",
                            HostError.SERVICE_OWNER_GONE.remedy()),
                    owner);
        }
        var made = registration.get();
        registrations.push(made);
        return () -> release(registrations, made);
    }

    private synchronized void release(
            Deque<ServiceRegistration> registrations, ServiceRegistration registration) {
        registration.close();
        registrations.remove(registration);
    }
}
