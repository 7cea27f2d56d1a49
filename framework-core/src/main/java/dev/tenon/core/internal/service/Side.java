package dev.tenon.core.internal.service;

import dev.tenon.core.service.ServiceKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A place for offers, and what those who stand there see. Everybody stands on the live side, but
 * for the modules of a {@link Handover}: those that arrive stand on one of their own until the
 * switch, those that leave after it. Who stands there sees the offers of that side first, then the
 * live ones but for those that are hidden. Compared by identity.
 */
final class Side {

    private final Map<ServiceKey<?>, Offer> offers = new ConcurrentHashMap<>();
    private final Set<OwnedServices> hidden;

    /**
     * @param hidden the owners whose live offers are not seen from here
     */
    Side(Set<OwnedServices> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    Map<ServiceKey<?>, Offer> offers() {
        return offers;
    }

    /** Returns whether the offer, if it is a live one, is seen from here. */
    boolean sees(Offer live) {
        return !hidden.contains(live.owner());
    }

    /** Returns the offer of the key that is seen from here, if there is one. */
    Optional<Offer> find(ServiceKey<?> key, Side live) {
        return Optional.ofNullable(offers.get(key))
                .or(() -> Optional.ofNullable(live.offers.get(key)).filter(this::sees));
    }

    /** Returns the offers that are seen from here: one of each key, also during a switch. */
    Collection<Offer> all(Side live) {
        var seen = new HashMap<>(offers);
        live.offers.forEach((key, offer) -> {
            if (sees(offer)) {
                seen.putIfAbsent(key, offer);
            }
        });
        return seen.values();
    }
}
