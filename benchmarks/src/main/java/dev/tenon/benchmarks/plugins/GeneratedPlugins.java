package dev.tenon.benchmarks.plugins;

import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Plugins that are alike but for their names: three CDI beans, two of them with a client proxy,
 * each injected into the other and called once when the module starts.
 */
public final class GeneratedPlugins {
    private GeneratedPlugins() {}

    /** Writes plugins of the numbers from 0 to count - 1 into the folder. */
    public static Path write(int count, Path folder) {
        IntStream.range(0, count)
                .parallel()
                .forEach(n -> write(n, "1.0", folder.resolve("plugin" + n + ".jar")));
        return folder;
    }

    /** Writes the plugin of a number and returns its file. */
    public static Path write(int number, String version, Path file) {
        var name = nameOf(number);
        return PluginSource.module(name, version)
                .descriptor(
                        """
                        requires dev.tenon.core;
                        provides dev.tenon.core.ModulePlugin with %s.Main;
                        """
                                .formatted(name))
                .source(
                        name + ".Main",
                        """
                        package %s;
                        public final class Main implements dev.tenon.core.ModulePlugin {
                            @Override public void start(dev.tenon.core.ModuleContext context) {
                                context.beans().select(Front.class).get().call();
                            }
                        }
                        """
                                .formatted(name))
                .source(name + ".Front", calling(name, "Front", "Middle"))
                .source(name + ".Middle", calling(name, "Middle", "Back"))
                .source(
                        name + ".Back",
                        """
                        package %s;
                        @jakarta.enterprise.context.Dependent
                        class Back {
                            void call() {}
                        }
                        """
                                .formatted(name))
                .jar(file);
    }

    /** Returns the name of the module with the number. */
    public static String nameOf(int number) {
        return "bench.plugin" + number + ".beans";
    }

    private static String calling(String module, String name, String other) {
        return """
        package %s;
        @jakarta.enterprise.context.ApplicationScoped
        class %s {
            @jakarta.inject.Inject %s other;
            void call() { other.call(); }
        }
        """
                .formatted(module, name, other);
    }
}
