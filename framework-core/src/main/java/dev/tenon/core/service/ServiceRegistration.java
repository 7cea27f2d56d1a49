package dev.tenon.core.service;

/**
 * A service or a listener that stands in the registry until it is closed. Safe for use by many
 * threads; closing twice does nothing.
 */
@FunctionalInterface
public interface ServiceRegistration extends AutoCloseable {

    /** Withdraws the service, or ends the subscription. */
    @Override
    void close();
}
