package dev.tenon.core.spi;

import dev.tenon.core.ModuleContext;
import dev.tenon.core.ModulePlugin;

/**
 * Makes what a module needs of a framework module before its beans are started: planned by a {@link
 * PlanContributor}, done when the plan is executed.
 */
@FunctionalInterface
public interface Preparation {

    /**
     * Makes it. Called once for each start of the module, after its plugin object is constructed
     * and before its container is started, on a thread of its own, within the time limit for the
     * steps of its start. The framework module has registered by then, and is stopped after the
     * module; a module that does not require it, directly or through others, fails with {@code
     * HOST-RUN-013} instead.
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
