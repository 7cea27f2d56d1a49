package dev.tenon.core.internal.run;

import dev.tenon.core.ModuleStatus;
import dev.tenon.core.error.Problem;
import java.util.Optional;

/**
 * Why a change has failed.
 *
 * @param module the name of the module that it failed with
 * @param fact what is the case
 * @param problem why, if that is known
 */
public record Setback(String module, String fact, Optional<Problem> problem) {

    /** Returns the setback of a module that should run and does not. */
    static Setback down(ModuleStatus module) {
        return new Setback(
                module.name(), module.name() + " is " + module.state() + ".", module.error());
    }
}
