package dev.tenon.core.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * Answers {@link CDI#current()} with the container of the module whose code asks. Weld itself
 * guesses from the caller's class name and gives one module the objects of another.
 *
 * <p>The caller is the nearest class on the stack that is in a layer with a container, so that a
 * library, of the module or of the host, works for the module that called it. One for the whole
 * Java process, because {@link CDI} has one provider.
 */
final class CallerContainers implements CDIProvider {

    private static final CallerContainers INSTANCE = new CallerContainers();
    private static final StackWalker STACK =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** The ids of the containers by the layer of a plugin or the module of the host they serve. */
    private final Map<Object, String> containers = new ConcurrentHashMap<>();

    private CallerContainers() {}

    /** Makes this the provider of the process, and the container that of the module. */
    static void add(java.lang.Module module, String containerId) {
        CDI.setCDIProvider(INSTANCE);
        INSTANCE.containers.put(keyOf(module), containerId);
    }

    static void remove(java.lang.Module module) {
        INSTANCE.containers.remove(keyOf(module));
    }

    @Override
    public CDI<Object> getCDI() {
        return STACK.walk(frames ->
                frames.flatMap(f -> containerOf(f.getDeclaringClass().getModule()))
                        .findFirst()
                        .orElseThrow(CallerContainers::nobody));
    }

    private Stream<CDI<Object>> containerOf(java.lang.Module module) {
        return Stream.ofNullable(containers.get(keyOf(module)))
                .flatMap(id -> Stream.ofNullable(WeldContainer.instance(id)));
    }

    /** A plugin has a layer to itself and its libraries; the modules of the host share theirs. */
    private static Object keyOf(java.lang.Module module) {
        var layer = module.getLayer();
        return layer == null || layer == CallerContainers.class.getModule().getLayer()
                ? module
                : layer;
    }

    private static IllegalStateException nobody() {
        return new IllegalStateException(
                "CDI.current() was called from code that belongs to no running module with beans, so"
                        + " there is no container to return. Call it from a module, or inject what is"
                        + " needed.");
    }
}
