package dev.tenon.core.spi;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModuleData;
import dev.tenon.core.ModuleInfo;
import dev.tenon.core.ModulePlugin;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Makes what a module needs of a framework module before its beans are started: planned by a {@link
 * PlanContributor}, done when the plan is executed.
 */
@FunctionalInterface
public interface Preparation {

    /**
     * Makes sure that {@link #prepare} will do well, before a change of a running host stops the
     * modules that it replaces: tries it on a copy, say. A failure refuses the change, and nothing
     * has happened. Not called at the start of a host, nor for a change with overlap, which stops
     * nothing before it has prepared. On a thread of its own, within the time limit of {@link
     * #prepare}. Default: nothing.
     *
     * @param framework the plugin object of the framework module
     * @param module the new version, in a layer that is made for this alone
     * @throws Exception why it would not do well
     */
    default void rehearse(ModulePlugin framework, java.lang.Module module) throws Exception {}

    /**
     * Returns how long {@link #prepare} and {@link #rehearse} may take, where that is longer than
     * the time limit for the steps of a start ({@code tenon.start-timeout}). Default: no longer.
     *
     * @param framework the plugin object of the framework module
     */
    default Duration limit(ModulePlugin framework) {
        return Duration.ZERO;
    }

    /**
     * Returns what becomes of the data that the framework module keeps for the module, if it keeps
     * any, when it is uninstalled. Called when such a change is planned, while the module may run:
     * it changes nothing. Default: nothing is kept.
     *
     * @param framework the plugin object of the framework module
     * @param module the module that goes
     * @param data what is wanted
     * @param staying what is prepared for the modules that are there after the change: one of them
     *     may have the same data
     * @throws Exception why the data cannot be archived or dropped, which refuses the change
     */
    default Optional<Disposal> disposal(
            ModulePlugin framework,
            ModuleInfo module,
            ModuleData data,
            Collection<Preparation> staying)
            throws Exception {
        return Optional.empty();
    }

    /**
     * Returns whether it is left out for a module that does not require the framework module,
     * directly or through others, which then starts without it. Default: such a module fails.
     */
    default boolean isOptional() {
        return false;
    }

    /**
     * Makes it. Called once for each start of the module, after its plugin object is constructed
     * and before its container is started, on a thread of its own, within the time limit for the
     * steps of its start, or the longer one of {@link #limit}. The framework module has registered
     * by then, and is stopped after the module; a module that does not require it, directly or
     * through others, fails with {@code HOST-RUN-013} instead, unless this {@link #isOptional}.
     *
     * <p>What the framework modules that this one requires have planned for the module is made
     * before, and closed after: the services of their provisions are in the context.
     *
     * <p>In a change with overlap, a new version of the module is prepared while the old one still
     * has what was made for it. Where the two must not share it, throw: then the old one runs on.
     *
     * <p>All packages of a plugin are open to the Java module of this object.
     *
     * @param framework the plugin object of the framework module, which is the module of this
     *     object's class
     * @param context what the module itself is handed
     * @param module the module in its layer
     * @return what was made; closed after the module's beans
     * @throws Exception whatever goes wrong; the module fails with it
     */
    Provision prepare(ModulePlugin framework, ModuleContext context, java.lang.Module module)
            throws Exception;
}
