package dev.tenon.core.internal.service;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.service.ServiceListener;
import dev.tenon.core.service.ServiceRegistration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All services of a host.
 *
 * <p>Lookups read a concurrent map. Changes are made under one lock, together with their events, so
 * that every listener sees them in the order in which they happened; the events are delivered
 * elsewhere, see {@link Subscription}.
 */
public final class Services {

    private static final Comparator<ServiceKey<?>> BY_TYPE_AND_NAME =
            Comparator.<ServiceKey<?>, String>comparing(k -> k.type().getName())
                    .thenComparing(ServiceKey::name);

    private final Side live = new Side(Set.of());
    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
    private final Object changes = new Object();
    private @Nullable Handover handover;

    /** Returns a view of the registry for the owner of the given name. */
    public OwnedServices view(String owner) {
        return view(owner, live);
    }

    OwnedServices view(String owner, Side side) {
        return new OwnedServices(this, owner, side);
    }

    /**
     * Begins a handover; there is one at a time.
     *
     * @param leaving the views of the modules whose services are to be replaced
     */
    public Handover handover(Collection<OwnedServices> leaving) {
        synchronized (changes) {
            if (handover != null) {
                throw new IllegalStateException("A handover of services is under way.");
            }
            handover = new Handover(this, Set.copyOf(leaving));
            return handover;
        }
    }

    <S> ServiceRegistration offer(
            ServiceKey<S> key, Supplier<? extends S> service, OwnedServices owner, CallGate gate) {
        var offer = Offer.of(key, service, owner, gate);
        synchronized (changes) {
            holder(key, owner)
                    .ifPresent(holder -> {
                        throw new HostException(
                                taken(key, owner.name(), holder.description().owner()),
                                owner.name());
                    });
            owner.side().offers().put(key, offer);
            told(offer).forEach(s -> s.added(offer));
        }
        return () -> withdraw(offer);
    }

    <S> ServiceRegistration listen(
            Class<S> type, ServiceListener<S> listener, OwnedServices owner) {
        var subscription = new Subscription<>(type, listener, owner);
        synchronized (changes) {
            ofType(type, owner).forEach(subscription::added);
            subscriptions.add(subscription);
        }
        return () -> {
            subscriptions.remove(subscription);
            subscription.close();
        };
    }

    <S> S get(ServiceKey<S> key, OwnedServices asker) {
        return find(key, asker)
                .orElseThrow(() ->
                        new HostException(
                                NotFound.problem(key, asker.name(), describe(asker)),
                                asker.name()));
    }

    <S> Optional<S> find(ServiceKey<S> key, OwnedServices asker) {
        return seen(key, asker).map(o -> key.type().cast(o.service(asker)));
    }

    <S> Map<ServiceKey<S>, S> all(Class<S> type, OwnedServices asker) {
        var all = new LinkedHashMap<ServiceKey<S>, S>();
        ofType(type, asker)
                .forEach(o ->
                        all.put(ServiceKey.of(type, o.key().name()), type.cast(o.service(asker))));
        return Collections.unmodifiableMap(all);
    }

    List<ServiceDescription> describe() {
        return sorted(live.offers().values().stream()).map(Offer::description).toList();
    }

    List<ServiceDescription> describe(OwnedServices asker) {
        return sorted(seen(asker)).map(Offer::description).toList();
    }

    /** Each key changes hands at once, so that a lookup finds the one service or the other. */
    void complete(Handover completed) {
        synchronized (changes) {
            var arrived = completed.side().offers();
            var replaced = new Side(completed.arriving());
            live.offers().values().stream()
                    .filter(o -> completed.leaving().contains(o.owner()))
                    .forEach(o -> replaced.offers().put(o.key(), o));
            completed.leaving().forEach(view -> view.change(replaced));
            arrived.forEach((key, next) ->
                    Optional.ofNullable(live.offers().put(key, next))
                            .ifPresent(old -> old.passOn(next)));
            replaced.offers().forEach(live.offers()::remove);
            tellOfSwitch(replaced, completed.side());
            completed.arriving().forEach(view -> view.change(live));
            handover = null;
        }
    }

    /** The modules of the handover themselves have heard of their services already. */
    private void tellOfSwitch(Side gone, Side come) {
        var listening = subscriptions.stream().filter(s -> s.owner().side().equals(live)).toList();
        sorted(gone.offers().values().stream()).forEach(o -> listening.forEach(s -> s.removed(o)));
        sorted(come.offers().values().stream()).forEach(o -> listening.forEach(s -> s.added(o)));
    }

    void abandon(Handover abandoned) {
        synchronized (changes) {
            if (abandoned.equals(handover)) {
                handover = null;
            }
        }
    }

    private void withdraw(Offer offer) {
        synchronized (changes) {
            if (offer.owner().side().offers().remove(offer.key(), offer)) {
                told(offer).forEach(s -> s.removed(offer));
            }
        }
    }

    /** Returns the offer that keeps the owner from offering the key. */
    private Optional<Offer> holder(ServiceKey<?> key, OwnedServices owner) {
        var seen = seen(key, owner);
        return seen.isPresent() || handover == null || handover.leaving().contains(owner)
                ? seen
                : Optional.ofNullable(handover.side().offers().get(key));
    }

    private Optional<Offer> seen(ServiceKey<?> key, OwnedServices asker) {
        return look(asker, side -> side.find(key, live));
    }

    private Stream<Offer> seen(OwnedServices asker) {
        return look(asker, side -> side.all(live)).stream();
    }

    /** Looks again if a handover was completed meanwhile and has moved the asker. */
    private static <T> T look(OwnedServices asker, Function<Side, T> sight) {
        var side = asker.side();
        var seen = sight.apply(side);
        return side.equals(asker.side()) ? seen : look(asker, sight);
    }

    /** Returns the subscriptions of those who see the offer. */
    private Stream<Subscription<?>> told(Offer offer) {
        var side = offer.owner().side();
        return subscriptions.stream()
                .filter(s -> {
                    var listening = s.owner().side();
                    return side.equals(live) ? listening.sees(offer) : listening.equals(side);
                });
    }

    private Stream<Offer> ofType(Class<?> type, OwnedServices asker) {
        return sorted(seen(asker).filter(o -> o.key().type() == type));
    }

    private static Stream<Offer> sorted(Stream<Offer> offers) {
        return offers.sorted(Comparator.comparing(Offer::key, BY_TYPE_AND_NAME));
    }

    private static Problem taken(ServiceKey<?> key, String owner, String holder) {
        return Problem.error(
                HostError.SERVICE_TAKEN,
                "The module " + owner + " cannot offer the service " + key + ".",
                "The module " + holder + " offers a service of this key already.",
                HostError.SERVICE_TAKEN.remedy());
    }
}
