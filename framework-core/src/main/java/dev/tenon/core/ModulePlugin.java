package dev.tenon.core;

/**
 * The entry point of a module. A module names its implementation in its descriptor:
 *
 * <pre>{@code
 * provides dev.tenon.core.ModulePlugin with sample.notes.NotesModule;
 * }</pre>
 *
 * <p>The host makes one instance for each start of the module, with the public no-argument
 * constructor or the public static {@code provider()} method, as {@link java.util.ServiceLoader}
 * says. It calls the methods one after the other, each on a thread of its own whose context class
 * loader is the module's, and never two at a time; each call has a time limit ({@code
 * tenon.start-timeout}, {@code tenon.stop-timeout}), after which its thread is interrupted and the
 * module has failed. Whatever a method throws fails this module and those that require it, and
 * nobody else.
 */
public interface ModulePlugin {

    /**
     * Phase one: offer services and prepare. The modules that this one requires have registered;
     * their services are there but have not been started: use none of them here.
     *
     * @throws Exception if the module cannot work; it is FAILED then
     */
    default void register(ModuleContext context) throws Exception {}

    /**
     * Phase two: begin to work. Every module that this one requires has started.
     *
     * @throws Exception if the module cannot work; it is FAILED then
     */
    default void start(ModuleContext context) throws Exception {}

    /**
     * Ends the work and releases everything. The modules that require this one have stopped, its
     * services are withdrawn, and the calls of them that were under way have ended; its beans are
     * still there.
     *
     * <p>Called exactly once if {@link #register} was called, also when {@code register} or {@link
     * #start} threw, so that what they opened before is closed. Not called if one of them is still
     * running because it ignored its interruption.
     *
     * @throws Exception if something could not be released; it is logged, and the stop goes on
     */
    default void stop(ModuleContext context) throws Exception {}
}
