package dev.tenon.core;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of a module that was stopped, as proof that nothing of it is left.
 *
 * @param module the module
 * @param services how many services were withdrawn
 * @param listeners how many listeners for services were ended
 * @param interruptedCalls how many calls of its services by others were interrupted because they
 *     took longer than the stop timeout
 * @param collected whether its class loader was collected; false also if nobody waited for it
 * @param holders what still holds its class loader, as far as it can be told: threads with where
 *     they stand; empty if it was collected; unmodifiable
 */
public record ModuleRelease(
        ModuleInfo module,
        int services,
        int listeners,
        int interruptedCalls,
        boolean collected,
        List<String> holders) {

    public ModuleRelease {
        requireNonNull(module, "module");
        holders = List.copyOf(holders);
    }
}
