package dev.tenon.core.internal.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The services of modules that arrive while those that they replace still serve. Until {@link
 * #complete} only the arriving modules see what they offer; then it replaces, in one go, what the
 * leaving ones offer. Safe for use by many threads.
 */
public final class Handover {

    private final Services services;
    private final Set<OwnedServices> leaving;
    private final Side side;
    private final Set<OwnedServices> arriving = ConcurrentHashMap.newKeySet();

    Handover(Services services, Set<OwnedServices> leaving) {
        this.services = services;
        this.leaving = Set.copyOf(leaving);
        this.side = new Side(leaving);
    }

    /** Returns a view of the registry for an arriving module. */
    public OwnedServices view(String owner) {
        var view = services.view(owner, side);
        arriving.add(view);
        return view;
    }

    /**
     * Puts the services of the arriving modules in the places of those of the leaving ones. Calls
     * that are under way end where they are; later ones, through old references too, go to the new
     * services. The leaving modules themselves go on to see their own until they withdraw them.
     */
    public void complete() {
        services.complete(this);
    }

    /** Forgets what the arriving modules offered: they are to be released. */
    public void abandon() {
        services.abandon(this);
    }

    Side side() {
        return side;
    }

    Set<OwnedServices> leaving() {
        return leaving;
    }

    Set<OwnedServices> arriving() {
        return Set.copyOf(arriving);
    }
}
