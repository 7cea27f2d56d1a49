package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModuleRelease;
import dev.tenon.core.internal.service.OwnedServices;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A module that was let go of, with what is needed to see whether anything still holds it.
 *
 * @param counts what was withdrawn from the registry
 * @param interruptedCalls how many calls of its services were interrupted
 * @param loader its class loader
 */
public record Released(
        ModuleInfo module,
        OwnedServices.Counts counts,
        int interruptedCalls,
        WeakReference<ClassLoader> loader) {

    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * Waits until the class loader is collected, asking the JVM to collect, and reports.
     *
     * @param limit how long to wait at most
     */
    public ModuleRelease report(Duration limit) {
        var collected = isCollected(limit);
        return new ModuleRelease(
                module,
                counts.services(),
                counts.listeners(),
                interruptedCalls,
                collected,
                collected ? List.of() : holders());
    }

    private boolean isCollected(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (loader.get() != null) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            System.gc();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return loader.get() == null;
            }
        }
        return true;
    }

    private List<String> holders() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> isHeldBy(e.getKey(), e.getValue()))
                .map(e -> "thread \"" + e.getKey().getName() + "\"" + at(e.getValue()))
                .sorted()
                .toList();
    }

    private boolean isHeldBy(Thread thread, StackTraceElement[] stack) {
        var held = loader.get();
        return held != null
                && (held.equals(thread.getContextClassLoader())
                        || Arrays.stream(stack)
                                .anyMatch(frame -> module.name().equals(frame.getModuleName())));
    }

    private static String at(StackTraceElement[] stack) {
        return stack.length == 0 ? "" : " at " + stack[0];
    }
}
