package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleRelease;
import dev.tenon.core.internal.release.Remains;
import dev.tenon.core.internal.service.OwnedServices;
import java.time.Duration;
import java.util.List;

/**
 * A plugin that was let go of, with what is needed to see whether anything still holds it.
 *
 * @param counts what was withdrawn from the registry
 * @param interruptedCalls how many calls of its services were interrupted
 * @param remains what it has left behind
 */
public record Released(
        ModuleInfo module, OwnedServices.Counts counts, int interruptedCalls, Remains remains) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    /**
     * Waits until the class loaders are collected, asking the JVM to collect, and reports.
     *
     * @param limit how long to wait at most for all of them together
     */
    static List<ModuleRelease> report(List<Released> all, Duration limit) {
        awaitCollection(all, limit);
        return all.stream().map(Released::report).toList();
    }

    private ModuleRelease report() {
        var collected = remains.isCollected();
        return new ModuleRelease(
                module,
                counts.services(),
                counts.listeners(),
                interruptedCalls,
                remains.drivers(),
                remains.threads().names(),
                collected,
                collected ? List.of() : remains.holders());
    }

    /** Waits longer from time to time: where something is held, each collection is in vain. */
    private static void awaitCollection(List<Released> all, Duration limit) {
        long begin = System.nanoTime();
        var pause = FIRST_PAUSE;
        while (!all.stream().allMatch(r -> r.remains.isCollected())
                && System.nanoTime() - begin < limit.toNanos()) {
            System.gc();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pause.multipliedBy(2);
        }
    }
}
