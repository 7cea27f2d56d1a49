package dev.tenon.core.service;

/**
 * Is told when services come and go. The calls to one listener never overlap.
 *
 * @param <S> the type of service
 */
public interface ServiceListener<S> {

    /** A service is there: it was offered just now, or before this listener was added. */
    default void added(ServiceDescription description, S service) {}

    /** A service was withdrawn: calls to it may fail from now on. */
    default void removed(ServiceDescription description) {}
}
