package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import dev.tenon.core.service.ServiceRegistration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All services of a host.
 *
 * <p>Lookups read a concurrent map. Changes are made under one lock, together with their events, so
 * that every listener sees them in the order in which they happened; the events are delivered
 * elsewhere, see {@link Subscription}.
 */
public final class Services {

    /**
     * One service in the registry; compared by identity.
     *
     * @param own the service as its owner gets it
     * @param guarded the service as everybody else gets it
     */
    private record Offer(ServiceDescription description, Supplier<?> own, Supplier<?> guarded) {

        Supplier<?> service(String asker) {
            return asker.equals(description.owner()) ? own : guarded;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static final Comparator<ServiceKey<?>> BY_TYPE_AND_NAME =
            Comparator.<ServiceKey<?>, String>comparing(k -> k.type().getName())
                    .thenComparing(ServiceKey::name);

    private final Map<ServiceKey<?>, Offer> offers = new ConcurrentHashMap<>();
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final Object changes = new Object();

    /** Returns a view of the registry for the owner of the given name. */
    public OwnedServices view(String owner) {
        return new OwnedServices(this, owner);
    }

    <S> ServiceRegistration offer(
            ServiceKey<S> key, Supplier<? extends S> service, String owner, CallGate gate) {
        var offer =
                new Offer(
                        new ServiceDescription(key, owner),
                        service,
                        GuardedService.guard(key, owner, service, gate));
        synchronized (changes) {
            var holder = offers.putIfAbsent(key, offer);
            if (holder != null) {
                throw new HostException(taken(key, owner, holder.description.owner()), owner);
            }
            subscriptions.forEach(s -> s.added(offer.description, offer::service));
        }
        return () -> withdraw(offer);
    }

    <S> ServiceRegistration listen(Class<S> type, ServiceListener<S> listener, String owner) {
        var subscription = new Subscription<>(type, listener, owner);
        synchronized (changes) {
            ofType(type).forEach(o -> subscription.added(o.description, o::service));
            subscriptions.add(subscription);
        }
        return () -> {
            subscriptions.remove(subscription);
            subscription.close();
        };
    }

    <S> S get(ServiceKey<S> key, String asker) {
        return find(key, asker)
                .orElseThrow(
                        () -> new HostException(NotFound.problem(key, asker, describe()), asker));
    }

    <S> Optional<S> find(ServiceKey<S> key, String asker) {
        return Optional.ofNullable(offers.get(key))
                .map(o -> key.type().cast(o.service(asker).get()));
    }

    <S> Map<ServiceKey<S>, S> all(Class<S> type, String asker) {
        var all = new LinkedHashMap<ServiceKey<S>, S>();
        ofType(type)
                .forEach(o ->
                        all.put(
                                ServiceKey.of(type, o.description.key().name()),
                                type.cast(o.service(asker).get())));
        return Collections.unmodifiableMap(all);
    }

    List<ServiceDescription> describe() {
        return offers.values().stream()
                .map(Offer::description)
                .sorted(Comparator.comparing(ServiceDescription::key, BY_TYPE_AND_NAME))
                .toList();
    }

    private void withdraw(Offer offer) {
        synchronized (changes) {
            if (offers.remove(offer.description.key(), offer)) {
                subscriptions.forEach(s -> s.removed(offer.description));
            }
        }
    }

    private Stream<Offer> ofType(Class<?> type) {
        return offers.values().stream()
                .filter(o -> o.description.key().type() == type)
                .sorted(Comparator.comparing(o -> o.description.key(), BY_TYPE_AND_NAME));
    }

    private static Problem taken(ServiceKey<?> key, String owner, String holder) {
        return Problem.error(
                HostError.SERVICE_TAKEN,
                "The module " + owner + " cannot offer the service " + key + ".",
                "The module " + holder + " offers a service of this key already.",
                HostError.SERVICE_TAKEN.remedy());
    }
}
