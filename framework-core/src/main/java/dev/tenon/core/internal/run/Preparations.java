package dev.tenon.core.internal.run;

import dev.tenon.core.ModulePlugin;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.spi.Preparation;
import java.time.Duration;
import java.util.Comparator;

/** Has framework modules make what a module needs of them. */
final class Preparations {

    private Preparations() {}

    /** Carries out what was planned for the module, until it is released, which closes the rest. */
    static void carryOut(HostedModule module, LiveModule live) throws Exception {
        for (Preparation preparation : module.node().preparations()) {
            var provision = preparation.prepare(plugin(module, preparation), live, live.module());
            if (!live.adopt(provision)) {
                provision.close();
                return;
            }
        }
    }

    /**
     * Makes sure that what was planned for the module can be carried out.
     *
     * @param resting the module in a layer for this alone
     */
    static void rehearse(HostedModule module, java.lang.Module resting) throws Exception {
        for (Preparation preparation : module.node().preparations()) {
            preparation.rehearse(plugin(module, preparation), resting);
        }
    }

    /** Returns how long they may take together, and no less than other steps. */
    static Duration limit(HostedModule module, Duration ofSteps) {
        return module.node().preparations().stream()
                .flatMap(p -> p.limit().stream())
                .filter(limit -> limit.compareTo(ofSteps) > 0)
                .max(Comparator.naturalOrder())
                .orElse(ofSteps);
    }

    private static ModulePlugin plugin(HostedModule module, Preparation preparation) {
        var framework = preparation.getClass().getModule().getName();
        return module.ancestors().stream()
                .filter(m -> m.name().equals(framework) && m.hasRegistered())
                .flatMap(m -> m.live().stream())
                .flatMap(live -> live.plugin().stream())
                .findFirst()
                .orElseThrow(() -> notRequired(module, framework));
    }

    private static HostException notRequired(HostedModule module, String framework) {
        return new HostException(
                Problem.error(
                        HostError.PREPARATION_FAILED,
                        "It declares something to " + framework + ".",
                        "It does not require that module, which therefore need not run.",
                        "Write 'requires " + framework + ";' into its module descriptor."),
                module.name());
    }
}
