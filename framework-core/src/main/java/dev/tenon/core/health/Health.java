package dev.tenon.core.health;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * The answer of one {@link HealthCheck}.
 *
 * @param status how well it works
 * @param message one sentence for the person who looks; may be empty
 * @param details further names and values, printable and free of secrets; unmodifiable
 */
public record Health(HealthStatus status, String message, Map<String, String> details) {

    public Health {
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        details = Map.copyOf(details);
    }

    /** Returns {@link HealthStatus#UP} without a message. */
    public static Health up() {
        return new Health(HealthStatus.UP, "", Map.of());
    }

    /** Returns {@link HealthStatus#DEGRADED} with the reason. */
    public static Health degraded(String message) {
        return new Health(HealthStatus.DEGRADED, message, Map.of());
    }

    /** Returns {@link HealthStatus#DOWN} with the reason. */
    public static Health down(String message) {
        return new Health(HealthStatus.DOWN, message, Map.of());
    }

    /** Returns this answer with one more detail. */
    public Health with(String name, String value) {
        var more = new HashMap<>(details);
        more.put(name, value);
        return new Health(status, message, more);
    }
}
