package dev.tenon.core.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where modules offer services and find those of others.
 *
 * <p>Each module sees the registry through a view of its own: what is offered through the view
 * belongs to the module and is withdrawn when the module stops, and so are the listeners added
 * through it. A key is held by one service at a time; several services of one type have different
 * names.
 *
 * <p>Safe for use by many threads. Lookups never block.
 */
public interface ServiceRegistry {

    /**
     * Offers a service under its type alone.
     *
     * @return a handle that withdraws the service
     * @throws dev.tenon.core.error.HostException {@code HOST-SVC-002} if the key is held already,
     *     {@code HOST-SVC-004} if the module behind this view has stopped
     */
    default <S> ServiceRegistration offer(Class<S> type, S service) {
        return offer(ServiceKey.of(type), service);
    }

    /**
     * Offers a service under a type and a name.
     *
     * @return a handle that withdraws the service
     * @throws dev.tenon.core.error.HostException {@code HOST-SVC-002} if the key is held already,
     *     {@code HOST-SVC-003} if the object is not of the key's type, {@code HOST-SVC-004} if the
     *     module behind this view has stopped
     */
    <S> ServiceRegistration offer(ServiceKey<S> key, S service);

    /**
     * Returns the unnamed service of the given type.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SVC-001} if there is none; the message
     *     lists what is there
     */
    default <S> S get(Class<S> type) {
        return get(ServiceKey.of(type));
    }

    /**
     * Returns the service of the given key.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SVC-001} if there is none; the message
     *     lists what is there
     */
    <S> S get(ServiceKey<S> key);

    /** Returns the unnamed service of the given type, or nothing. */
    default <S> Optional<S> find(Class<S> type) {
        return find(ServiceKey.of(type));
    }

    /** Returns the service of the given key, or nothing. */
    <S> Optional<S> find(ServiceKey<S> key);

    /**
     * Returns every service of the given type with its key, whatever its name; unmodifiable,
     * ordered by name. This is how a module offers an extension point: others implement its type
     * and offer their services under names of their own.
     */
    <S> Map<ServiceKey<S>, S> all(Class<S> type);

    /** Returns a description of every service there is, ordered by type and name; unmodifiable. */
    List<ServiceDescription> describe();

    /**
     * Tells the listener of every service of the given type that comes or goes, beginning with
     * those that are there already.
     *
     * <p>Each listener is called on a thread of its own, one call at a time, in the order of the
     * events; the caller of {@link #offer} never waits for it. What a listener throws is logged and
     * does not end the subscription.
     *
     * @return a handle that ends the subscription; it ends by itself when the module behind this
     *     view stops
     * @throws dev.tenon.core.error.HostException {@code HOST-SVC-004} if the module behind this
     *     view has stopped
     */
    <S> ServiceRegistration listen(Class<S> type, ServiceListener<S> listener);
}
