package dev.tenon.core.health;

/** How well something works, from best to worst. */
public enum HealthStatus {
    /** It works. */
    UP,
    /** It works in part, or worse than it should. */
    DEGRADED,
    /** It does not work. */
    DOWN;

    /** Returns the worse of the two. */
    public HealthStatus worse(HealthStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
