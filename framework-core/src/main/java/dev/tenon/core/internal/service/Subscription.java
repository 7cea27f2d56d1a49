package dev.tenon.core.internal.service;

import dev.tenon.core.service.ServiceListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to one listener: in order, one at a time, on a virtual thread that lives while
 * there is something to deliver. Whoever causes an event never waits for a listener.
 */
final class Subscription<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final Class<S> type;
    private final ServiceListener<S> listener;
    private final OwnedServices owner;
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undelivered = new AtomicInteger();
    private volatile boolean closed;

    Subscription(Class<S> type, ServiceListener<S> listener, OwnedServices owner) {
        this.type = type;
        this.listener = listener;
        this.owner = owner;
    }

    /** Returns the view through which the listener was added. */
    OwnedServices owner() {
        return owner;
    }

    void added(Offer offer) {
        if (offer.key().type() == type) {
            enqueue(() -> listener.added(offer.description(), type.cast(offer.service(owner))));
        }
    }

    void removed(Offer offer) {
        if (offer.key().type() == type) {
            enqueue(() -> listener.removed(offer.description()));
        }
    }

    void close() {
        closed = true;
        events.clear();
    }

    private void enqueue(Runnable event) {
        events.add(event);
        if (undelivered.getAndIncrement() == 0) {
            Thread.ofVirtual()
                    .name(owner.name() + " service listener")
                    .inheritInheritableThreadLocals(false)
                    .start(this::deliver);
        }
    }

    private void deliver() {
        do {
            var event = events.poll();
            if (event != null && !closed) {
                try {
                    event.run();
                } catch (Throwable e) {
                    // A listener is somebody else's code: it must not keep the next event from it.
                    LOG.warn(
                            "A listener of {} for services of type {} failed; it stays subscribed.",
                            owner.name(),
                            type.getName(),
                            e);
                }
            }
        } while (undelivered.decrementAndGet() > 0);
    }
}
