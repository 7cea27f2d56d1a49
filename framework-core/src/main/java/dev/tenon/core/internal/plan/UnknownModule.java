package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.util.List;

/** Somebody names a module that is not there. */
public final class UnknownModule {

    private UnknownModule() {}

    /** Returns that, with the names that there are. */
    public static Problem problem(String name, List<String> modules) {
        return Problem.error(
                HostError.MODULE_NOT_FOUND,
                "There is no module " + name + ".",
                modules.isEmpty()
                        ? "The host has no modules."
                        : "The modules are " + String.join(", ", modules) + ".",
                HostError.MODULE_NOT_FOUND.remedy());
    }
}
