package dev.tenon.core.internal.service;

import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One service in the registry; compared by identity.
 *
 * @param owner the view through which it was offered
 * @param own the service as its owner gets it
 * @param guard the service as everybody else gets it, unless they get it as it is
 */
record Offer(
        ServiceDescription description,
        OwnedServices owner,
        Supplier<?> own,
        Optional<GuardedService> guard) {

    static <S> Offer of(
            ServiceKey<S> key, Supplier<? extends S> service, OwnedServices owner, CallGate gate) {
        return new Offer(
                new ServiceDescription(key, owner.name()),
                owner,
                service,
                GuardedService.guard(key, owner.name(), service, gate));
    }

    ServiceKey<?> key() {
        return description.key();
    }

    /** Returns the service as the asker gets it. */
    Object service(OwnedServices asker) {
        return guard.isEmpty() || asker.equals(owner) ? own.get() : guard.get().proxy();
    }

    /** Sends the calls that come from now on to the other offer, of the same key. */
    void passOn(Offer next) {
        guard.ifPresent(g -> next.guard.ifPresent(g::passOn));
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
