package dev.tenon.core;

import java.util.List;

/**
 * Is told what a host does. The calls come from several threads, but those about one module in the
 * order in which they happened. A listener should return quickly: the module waits for it. What it
 * throws is logged and changes nothing. It must not change the host from within a call: that would
 * wait for the call itself.
 *
 * <p>Given to {@code HostBuilder.listener}; or implemented by the plugin class of a framework
 * module, which is told from its construction until its stop was called, beginning with the plan.
 */
public interface HostListener {

    /** The plan is made; its execution begins. */
    default void planned(Plan plan) {}

    /**
     * A module has changed its state from the given one to that of the status. In a change with
     * overlap there are two modules of one name: the new one leaves RESOLVED before the old one is
     * STOPPED.
     */
    default void changed(ModuleStatus module, ModuleState from) {}

    /** Every module has started, or could not: the host is up. */
    default void ready(List<ModuleStatus> modules) {}

    /**
     * A change has failed and is taken back: what it has brought is stopped, and the modules from
     * before are started again, after this call. Not called for a change with overlap, in which
     * those have never stopped.
     */
    default void takingBack() {}

    /** A change is over: it was made, or taken back. */
    default void changeEnded() {}

    /** Every module has stopped. */
    default void closed(List<ModuleStatus> modules) {}
}
