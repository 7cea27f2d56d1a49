package dev.tenon.core;

import dev.tenon.core.service.ServiceRegistry;
import dev.tenon.core.settings.Settings;
import jakarta.enterprise.inject.Instance;

/**
 * What the host gives to one module; also injectable into its beans. Safe for use by many threads.
 */
public interface ModuleContext {

    /** Returns the name in the module's descriptor. */
    default String name() {
        return info().name();
    }

    /** Returns name, version, title and the rest of what the module's descriptor and class say. */
    ModuleInfo info();

    /**
     * Returns the settings of this module: those whose names begin with the module's name and a
     * dot, read without them. The setting {@code sample.notes.greeting} is {@code greeting} here.
     */
    Settings settings();

    /**
     * Returns the module's settings as the interface that its {@link Module#settings()} names. It
     * keeps the values that the settings had when the host started, and is safe for use by many
     * threads.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-SET-005} if the module declares no
     *     such interface
     */
    <T> T settings(Class<T> type);

    /**
     * Returns this module's view of the service registry: what is offered through it is withdrawn
     * when the module stops.
     */
    ServiceRegistry services();

    /**
     * Returns the beans of this module, for programmatic lookup: {@code
     * context.beans().select(NoteService.class).get()}.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-CDI-002} if the module has no beans
     */
    Instance<Object> beans();
}
