package dev.tenon.crud.tck;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;

/**
 * Loads the test classes of the compatibility kit beside a plugin that consists of its entities and
 * repositories: these are the plugin's.
 */
final class TckLoader extends URLClassLoader {

    private static final String EXTENSION = "dev.tenon.crud.tck.InjectedFields";

    private final Set<String> ofPlugin;
    private final ClassLoader plugin;

    /**
     * @param tests the kit, and a folder that names the extension as a service
     * @param ofPlugin the names of the classes that the plugin has
     */
    TckLoader(URL[] tests, Set<String> ofPlugin, ClassLoader plugin) {
        super(tests, TckLoader.class.getClassLoader());
        this.ofPlugin = ofPlugin;
        this.plugin = plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ofPlugin.contains(name)) {
            return plugin.loadClass(name);
        }
        if (!name.startsWith("ee.jakarta.tck.") && !name.equals(EXTENSION)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    /** As a class of a module, the extension would not be found as a service. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(EXTENSION)) {
            return super.findClass(name);
        }
        try (var file = InjectedFields.class.getResourceAsStream("InjectedFields.class")) {
            var bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
