package dev.tenon.core.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a plan while none of them runs, for tools that need classes of a module, such as
 * migrations in Java. Used by one thread.
 */
public interface RestingModules {

    /**
     * Does something with a module in its layer. The layer is defined at the first call, after
     * those of the modules that it requires, and kept until the tools are closed. Neither the
     * plugin object nor beans are made. The loader of the module is the context class loader of the
     * thread meanwhile. All packages of a plugin are open to the framework modules that prepare
     * something for it.
     *
     * @throws dev.tenon.core.error.HostException {@code HOST-MOD-001} if the plan has no such
     *     module, {@code HOST-RUN-001} if its layer cannot be defined, or what keeps it from
     *     starting by its plan
     */
    <T extends @Nullable Object> T with(String module, Function<java.lang.Module, T> work);

    /**
     * Returns the version of a module as its descriptor says it, also of one that cannot start;
     * empty if it says none, or the plan has no such module.
     */
    String version(String module);
}
