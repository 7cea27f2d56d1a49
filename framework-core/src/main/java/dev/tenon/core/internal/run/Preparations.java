package dev.tenon.core.internal.run;

import dev.tenon.core.ModulePlugin;
import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.spi.Preparation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Has framework modules make what a module needs of them. */
final class Preparations {

    private Preparations() {}

    /** Carries out what was planned for the module, until it is released, which closes the rest. */
    static void carryOut(HostedModule module, LiveModule live) throws Exception {
        for (Preparation preparation : of(module)) {
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
        for (Preparation preparation : of(module)) {
            preparation.rehearse(plugin(module, preparation), resting);
        }
    }

    /**
     * Returns what is carried out: all but what is optional and of a module that is not required.
     */
    static List<Preparation> of(HostedModule module) {
        return module.node().preparations().stream()
                .filter(p -> !p.isOptional() || isRequired(module, framework(p)))
                .toList();
    }

    private static boolean isRequired(HostedModule module, String framework) {
        return module.ancestors().stream().anyMatch(m -> m.name().equals(framework));
    }

    /** Returns how long it may take to carry out what was planned for the module, at least. */
    static Duration limit(HostedModule module, Duration least) {
        return module.node().preparations().stream()
                .flatMap(preparation -> limit(module, preparation).stream())
                .filter(limit -> limit.compareTo(least) > 0)
                .max(Comparator.naturalOrder())
                .orElse(least);
    }

    private static Optional<Duration> limit(HostedModule module, Preparation preparation) {
        return find(module, preparation).map(preparation::limit);
    }

    private static ModulePlugin plugin(HostedModule module, Preparation preparation) {
        return find(module, preparation)
                .orElseThrow(() -> notRequired(module, framework(preparation)));
    }

    /** Returns the plugin object of the framework module that has planned it, if that runs. */
    static Optional<ModulePlugin> find(HostedModule module, Preparation preparation) {
        return module.ancestors().stream()
                .filter(m -> m.name().equals(framework(preparation)) && m.hasRegistered())
                .flatMap(m -> m.live().stream())
                .flatMap(live -> live.plugin().stream())
                .findFirst();
    }

    /** Returns the name of the framework module that has planned it. */
    static String framework(Preparation preparation) {
        return preparation.getClass().getModule().getName();
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
