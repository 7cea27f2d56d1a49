package dev.tenon.core.service;

import static java.util.Objects.requireNonNull;

/**
 * A service as it is listed.
 *
 * @param key the key it is found by
 * @param owner the name of the module that offers it
 */
public record ServiceDescription(ServiceKey<?> key, String owner) {

    public ServiceDescription {
        requireNonNull(key, "key");
        requireNonNull(owner, "owner");
    }

    /** Returns the key, followed by the owner in parentheses. */
    @Override
    public String toString() {
        return key + " (" + owner + ")";
    }
}
