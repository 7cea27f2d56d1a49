package dev.tenon.core.spi;

import dev.tenon.core.service.ServiceKey;
import java.util.Map;

/** What a framework module has made for one module. */
public interface Provision extends AutoCloseable {

    /**
     * Returns the services for this module alone, each of its key's type: it finds and injects them
     * like those of other modules, which do not see them.
     */
    Map<ServiceKey<?>, Object> services();

    /**
     * Lets go of it, after the beans of the module were closed. Also called when the module has
     * failed to start.
     */
    @Override
    void close();
}
