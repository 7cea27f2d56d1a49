package dev.tenon.crud.tck;

import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** A plugin made of the entities and repositories of the compatibility kit, as they are. */
final class TckPlugin {

    static final String MODULE = "tck.plugin";

    private static final String BASE = "ee/jakarta/tck/data/";

    /** What is no entity, repository or help for one. */
    private static final Set<String> TESTS =
            Set.of("EntityTests.class", "PersistenceEntityTests.class", "package-info.class");

    private static final Set<String> FOLDERS =
            Set.of(
                    "framework/read/only",
                    "framework/utilities",
                    "standalone/entity",
                    "standalone/persistence");

    private TckPlugin() {}

    /** Returns the jar of the kit. */
    static Path kit() {
        return TckRun.FOLDER.resolve("jakarta.data-tck.jar");
    }

    /**
     * Writes the plugin.
     *
     * @return the names of the classes that are from the kit
     */
    static Set<String> write(Path directory) throws IOException {
        var names = new TreeSet<String>();
        try (var jar = FileSystems.newFileSystem(kit())) {
            for (var folder : FOLDERS) {
                try (var files = Files.list(jar.getPath(BASE + folder))) {
                    for (var file : files.toList()) {
                        copy(file, directory, names);
                    }
                }
            }
        }
        var _ =
                PluginSource.module(MODULE, "1.0")
                        .descriptor(DESCRIPTOR)
                        .source("tck.plugin.Main", MAIN)
                        .source("tck.plugin.Beans", BEANS)
                        .directory(directory);
        return names;
    }

    private static void copy(Path file, Path directory, Set<String> names) throws IOException {
        if (!TESTS.contains(file.getFileName().toString())) {
            var target = directory.resolve(file.toString().replaceFirst("^/", ""));
            Files.createDirectories(target.getParent());
            var _ = Files.copy(file, target);
            names.add(
                    directory
                            .relativize(target)
                            .toString()
                            .replace('/', '.')
                            .replaceFirst("\\.class$", ""));
        }
    }

    private static final String DESCRIPTOR =
            """
            requires dev.tenon.crud;
            requires java.logging;
            exports ee.jakarta.tck.data.framework.read.only;
            exports ee.jakarta.tck.data.framework.utilities;
            exports ee.jakarta.tck.data.standalone.entity;
            exports ee.jakarta.tck.data.standalone.persistence;
            provides dev.tenon.core.ModulePlugin with tck.plugin.Main;
            """;

    private static final String MAIN =
            """
            package tck.plugin;

            import dev.tenon.core.*;
            import dev.tenon.core.service.ServiceKey;
            import dev.tenon.database.Database;
            import ee.jakarta.tck.data.framework.read.only.*;
            import ee.jakarta.tck.data.standalone.entity.*;
            import ee.jakarta.tck.data.standalone.persistence.*;
            import java.util.function.Function;
            import java.util.function.Supplier;

            @Database(name = "tck", entities = {AsciiCharacter.class, NaturalNumber.class, Box.class,
                    Coordinate.class, Product.class})
            public final class Main implements ModulePlugin {

                @Override public void start(ModuleContext context) {
                    Function<Class<?>, Object> beans = type -> context.beans().select(type).get();
                    context.services().offer(ServiceKey.of(Function.class, "tck.beans"), beans);
                    context.services().offer(
                            ServiceKey.of(Supplier.class, "tck.loader"),
                            () -> Main.class.getClassLoader());
                }
            }
            """;

    private static final String BEANS =
            """
            package tck.plugin;

            /** Whoever has a bean has a container. */
            @jakarta.enterprise.context.ApplicationScoped
            public class Beans {}
            """;
}
