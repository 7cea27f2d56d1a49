package dev.tenon.core.health;

/**
 * Tells how well one part of a module works.
 *
 * <p>A module offers its checks as services of this type, each under the name {@code MODULE/CHECK}:
 * {@code context.services().offer(ServiceKey.of(HealthCheck.class, "sample.notes/disk"), check)},
 * or as a bean with {@code @Service(name = "sample.notes/disk")}. They are called when somebody
 * asks, on a thread of their own; one that throws, or does not answer within the limit, counts as
 * {@link HealthStatus#DOWN}. Has to be safe for use by many threads.
 */
@FunctionalInterface
public interface HealthCheck {

    /** Looks and answers; never null. */
    Health check() throws Exception;
}
