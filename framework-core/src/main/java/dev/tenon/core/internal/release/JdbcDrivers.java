package dev.tenon.core.internal.release;

import dev.tenon.core.ModulePlugin;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDBC drivers of a plugin, which {@code java.sql.DriverManager} keeps, and with them the class
 * loader of the plugin.
 *
 * <p>To ask {@code DriverManager} for its drivers makes it load all that it can find. So it is
 * asked only if a class of the plugin, or of its private libraries, names it: only then can one of
 * them have registered a driver.
 */
public final class JdbcDrivers {

    private static final String JAVA_SQL = "java.sql";
    private static final String DRIVER_MANAGER = "java/sql/DriverManager";

    private final java.lang.Module plugin;
    private final ModuleLayer.Controller controller;

    /**
     * @param plugin the module of the plugin
     * @param controller that of its layer
     */
    public JdbcDrivers(java.lang.Module plugin, ModuleLayer.Controller controller) {
        this.plugin = plugin;
        this.controller = controller;
    }

    /**
     * Returns whether there may be any. Costs next to nothing for a plugin that does not read
     * java.sql; reads the classes of those that do.
     *
     * @throws IOException if they cannot be read
     */
    public boolean mayExist() throws IOException {
        var sql = controller.layer().findModule(JAVA_SQL);
        if (sql.isEmpty()) {
            return false;
        }
        for (ResolvedModule module : controller.layer().configuration().modules()) {
            var reads =
                    controller
                            .layer()
                            .findModule(module.name())
                            .filter(m -> m.canRead(sql.get()))
                            .isPresent();
            if (reads && namesDriverManager(module.reference())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Deregisters the drivers whose class is of the plugin or of one of its private libraries.
     *
     * @return the names of their classes
     */
    public List<String> deregister() throws Exception {
        var anchor = pluginClass();
        controller.addReads(plugin, controller.layer().findModule(JAVA_SQL).orElseThrow());
        controller.addOpens(plugin, anchor.getPackageName(), JdbcDrivers.class.getModule());
        var names = new ArrayList<String>();
        try {
            var caller = PluginCaller.in(anchor);
            for (Object driver : caller.drivers().toList()) {
                if (plugin.getClassLoader().equals(driver.getClass().getClassLoader())) {
                    caller.deregister(driver);
                    names.add(driver.getClass().getName());
                }
            }
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A driver could not be deregistered.", e);
        }
        return names;
    }

    private Class<?> pluginClass() throws ClassNotFoundException {
        var name =
                plugin.getDescriptor().provides().stream()
                        .filter(p -> p.service().equals(ModulePlugin.class.getName()))
                        .flatMap(p -> p.providers().stream())
                        .findFirst()
                        .orElseThrow();
        return Class.forName(name, false, plugin.getClassLoader());
    }

    private static boolean namesDriverManager(ModuleReference reference) throws IOException {
        try (ModuleReader reader = reference.open();
                Stream<String> entries = reader.list()) {
            for (String entry : entries.filter(e -> e.endsWith(".class")).toList()) {
                if (names(reader, entry)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The constant pool of a class file holds names as plain text. */
    private static boolean names(ModuleReader reader, String entry) throws IOException {
        try (var in = reader.open(entry).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .contains(DRIVER_MANAGER);
        }
    }
}
