package dev.tenon.core.health;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The health of a host: its modules, each with its checks.
 *
 * @param status what the modules amount to, see {@link #of}
 * @param modules each module by its name, in start order; unmodifiable
 */
public record HealthReport(HealthStatus status, Map<String, ModuleHealth> modules) {

    /**
     * The health of one module.
     *
     * @param status the worst of its state and its checks
     * @param health what its state amounts to: a module that did not start is down
     * @param checks the answers of its checks by their names; unmodifiable
     */
    public record ModuleHealth(HealthStatus status, Health health, Map<String, Health> checks) {

        public ModuleHealth {
            requireNonNull(status, "status");
            requireNonNull(health, "health");
            checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        }

        /** Returns the report of a module with the given state and checks. */
        public static ModuleHealth of(Health health, Map<String, Health> checks) {
            return new ModuleHealth(
                    checks.values().stream()
                            .map(Health::status)
                            .reduce(health.status(), HealthStatus::worse),
                    health,
                    checks);
        }
    }

    public HealthReport {
        requireNonNull(status, "status");
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    }

    /**
     * Returns the report over the given modules: {@link HealthStatus#DOWN} if all of them are down,
     * {@link HealthStatus#DEGRADED} if some of them are not up, otherwise {@link HealthStatus#UP}.
     */
    public static HealthReport of(Map<String, ModuleHealth> modules) {
        var statuses = modules.values().stream().map(ModuleHealth::status).toList();
        var status = HealthStatus.UP;
        if (!statuses.isEmpty() && statuses.stream().allMatch(HealthStatus.DOWN::equals)) {
            status = HealthStatus.DOWN;
        } else if (statuses.stream().anyMatch(s -> s != HealthStatus.UP)) {
            status = HealthStatus.DEGRADED;
        }
        return new HealthReport(status, modules);
    }
}
