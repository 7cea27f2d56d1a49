package dev.tenon.core.internal.cdi;

import java.security.ProtectionDomain;
import org.jboss.weld.Container;
import org.jboss.weld.bean.proxy.util.WeldDefaultProxyServices;
import org.jboss.weld.serialization.spi.ProxyServices;

/**
 * Where the proxy classes of one container are defined and found again.
 *
 * <p>Weld gives every container proxies of {@code Event} and {@code Instance}, whether the module
 * uses them or not. Their classes hold nothing of a container, so all containers of the process
 * share them: to generate them again took almost half of what the start of a small module
 * allocates. All other proxies belong to the container and go with it.
 */
final class ProxyClasses implements ProxyServices {
    private static final ProxyServices BUILT_IN = new WeldDefaultProxyServices();

    private final ProxyServices own = new WeldDefaultProxyServices();

    @Override
    public Class<?> defineClass(
            Class<?> original, String name, byte[] bytes, int offset, int length) {
        var place = placeOf(original);
        // Of two modules that start in parallel the second is given the class of the first.
        synchronized (place) {
            return place.defineClass(original, name, bytes, offset, length);
        }
    }

    @Override
    public Class<?> defineClass(
            Class<?> original,
            String name,
            byte[] bytes,
            int offset,
            int length,
            ProtectionDomain domain) {
        var place = placeOf(original);
        synchronized (place) {
            return place.defineClass(original, name, bytes, offset, length, domain);
        }
    }

    @Override
    public Class<?> loadClass(Class<?> original, String name) throws ClassNotFoundException {
        return placeOf(original).loadClass(original, name);
    }

    @Override
    public void cleanup() {
        own.cleanup();
    }

    /** The bean class of a built-in bean is a class of Weld. */
    private ProxyServices placeOf(Class<?> original) {
        return original.getModule() == Container.class.getModule() ? BUILT_IN : own;
    }
}
