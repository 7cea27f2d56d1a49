package dev.tenon.core.internal.health;

import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.Problem;
import dev.tenon.core.health.Health;
import dev.tenon.core.health.HealthCheck;
import dev.tenon.core.health.HealthReport;
import dev.tenon.core.health.HealthReport.ModuleHealth;
import dev.tenon.core.internal.service.OwnedServices;
import dev.tenon.core.service.ServiceDescription;
import dev.tenon.core.service.ServiceKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks every health check at the same time, each on a thread of its own, within one limit. */
public final class HealthChecks {

    private final OwnedServices services;
    private final Duration limit;

    /**
     * @param limit how long a check may take to answer
     */
    public HealthChecks(OwnedServices services, Duration limit) {
        this.services = services;
        this.limit = limit;
    }

    /** Returns the health of the given modules. */
    public HealthReport report(List<ModuleStatus> modules) {
        var questions = new LinkedHashMap<ServiceDescription, Question>();
        for (ServiceDescription description : services.describe()) {
            if (description.key().type() == HealthCheck.class) {
                questions.put(description, ask(description));
            }
        }
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Map<String, Health>> checks = new TreeMap<>();
        questions.forEach((description, question) ->
                checks.computeIfAbsent(description.owner(), _ -> new TreeMap<>())
                        .put(shortName(description), await(question, deadline)));
        var report = new LinkedHashMap<String, ModuleHealth>();
        for (ModuleStatus module : modules) {
            report.put(
                    module.name(),
                    ModuleHealth.of(
                            healthOf(module), checks.getOrDefault(module.name(), Map.of())));
        }
        return HealthReport.of(report);
    }

    /** A check that was asked. */
    private record Question(Thread thread, CompletableFuture<Health> answer) {}

    private Question ask(ServiceDescription description) {
        var answer = new CompletableFuture<Health>();
        var key = ServiceKey.of(HealthCheck.class, description.key().name());
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("health of " + description.owner())
                        .inheritInheritableThreadLocals(false)
                        .start(() -> {
                            try {
                                answer.complete(services.get(key).check());
                            } catch (Throwable e) {
                                // A check is somebody else's code: whatever it throws is its
                                // answer.
                                answer.complete(Health.down(Problem.describe(e)));
                            }
                        });
        return new Question(thread, answer);
    }

    private Health await(Question question, long deadline) {
        try {
            var health =
                    question.answer.get(
                            Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return health == null ? Health.down("The check returned null.") : health;
        } catch (TimeoutException _) {
            question.thread.interrupt();
            return Health.down("The check did not answer within " + limit.toMillis() + " ms.");
        } catch (ExecutionException e) {
            return Health.down(Problem.describe(e));
        } catch (InterruptedException _) {
            question.thread.interrupt();
            Thread.currentThread().interrupt();
            return Health.down("The question was interrupted.");
        }
    }

    private static Health healthOf(ModuleStatus module) {
        return switch (module.state()) {
            case STARTED -> Health.up();
            case FAILED, BLOCKED -> Health.down(module.error().map(Problem::toString).orElse(""));
            case DISCOVERED, RESOLVED, READY, STOPPED ->
                    Health.down("The module is " + module.state() + ".");
        };
    }

    /** Returns the name without the module's own, which stands before it in the report. */
    private static String shortName(ServiceDescription description) {
        var name = description.key().name();
        var prefix = description.owner() + "/";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
