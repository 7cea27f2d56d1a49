package dev.tenon.core.internal.release;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What is left of a plugin after its stop, without holding it.
 *
 * @param loader its class loader
 * @param drivers the names of the JDBC drivers that were deregistered for it
 * @param threads the threads that it has left behind
 */
public record Remains(
        WeakReference<ClassLoader> loader, List<String> drivers, LeftThreads threads) {

    public Remains {
        drivers = List.copyOf(drivers);
    }

    /**
     * Cuts the threads of the plugin off, and empties the caches of the JDK that hold it.
     *
     * @param beside layers that live on and may have modules of the same names
     */
    public static Remains of(
            ModuleLayer layer,
            ClassLoader loader,
            ClassLoader host,
            List<ModuleLayer> beside,
            List<String> drivers) {
        ResourceBundle.clearCache(loader);
        return new Remains(
                new WeakReference<>(loader),
                drivers,
                LeftThreads.cutOff(layer, loader, host, beside));
    }

    /** Returns whether nothing of the plugin is left. */
    public boolean isCollected() {
        return loader.refersTo(null);
    }

    /** Returns what holds the class loader, as far as it can be told. */
    public List<String> holders() {
        var held = loader.get();
        return held == null
                ? List.of()
                : Stream.concat(threads.alive().stream(), Registrations.of(held).stream()).toList();
    }
}
