package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a module that was stopped, as proof that nothing of it is left.
 *
 * @param module the module
 * @param services how many services were withdrawn
 * @param listeners how many listeners for services were ended
 * @param interruptedCalls how many calls of its services by others were interrupted because they
 *     took longer than the stop timeout
 * @param drivers the class names of the JDBC drivers of the module, or of its private libraries,
 *     that were still registered with {@code java.sql.DriverManager}; they were deregistered;
 *     unmodifiable
 * @param threads the names of the threads that it had left behind, and that were cut off from it:
 *     those that ran its code were interrupted, those that only had its class loader as their
 *     context got that of the host; unmodifiable
 * @param collected whether its class loader was collected; false also if nobody waited for it, or
 *     if the JVM was told not to collect on demand ({@code -XX:+DisableExplicitGC})
 * @param holders what still holds its class loader, as far as it can be told: threads with their
 *     state and where they stand, and places of the JDK such as {@code
 *     Thread.setDefaultUncaughtExceptionHandler}; empty if it was collected; unmodifiable
 */
public record ModuleRelease(
        ModuleInfo module,
        int services,
        int listeners,
        int interruptedCalls,
        List<String> drivers,
        List<String> threads,
        boolean collected,
        List<String> holders) {

    private static final String RELEASE =
            "End it in the stop method of the module; until then its classes stay in memory.";

    private static final String HEAP_DUMP =
            "Look for a shutdown hook, a thread-local of a pooled thread, a virtual thread, a"
                    + " Cleaner, or a static field of another module: jcmd "
                    + ProcessHandle.current().pid()
                    + " GC.heap_dump FILE writes a heap dump, in which the paths from the classes of"
                    + " the module %s to their GC roots lead there.";

    public ModuleRelease {
        requireNonNull(module, "module");
        drivers = List.copyOf(drivers);
        threads = List.copyOf(threads);
        holders = List.copyOf(holders);
    }

    /** Returns a warning with what to do about it, if the class loader was not collected. */
    public Optional<Problem> problem() {
        return collected
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                HostError.CLASS_LOADER_HELD,
                                "The module "
                                        + module.nameAndVersion()
                                        + " has stopped, but its class loader was not collected.",
                                holders.isEmpty()
                                        ? "No thread or registration that the host can see holds it."
                                        : "It is held by " + String.join("; ", holders) + ".",
                                holders.isEmpty() ? HEAP_DUMP.formatted(module.name()) : RELEASE));
    }
}
