package dev.tenon.host;

import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;

/** A folder of plugins, each a real jar made of a few statements. */
final class Plugins {

    /** The folder of the sample plugins, as the build has made them. */
    static final Path SAMPLES =
            Path.of("..", "sample-modules", "target", "plugins").toAbsolutePath().normalize();

    private final Path folder;

    Plugins(Path folder) {
        this.folder = folder;
    }

    String path() {
        return folder.toString();
    }

    /** Adds a plugin that starts and stops and does nothing else. */
    Plugins quiet(String name, String... requires) {
        return plugin(name, "", requires);
    }

    /** Adds a plugin whose start runs the statements. */
    Plugins starting(String name, String statements, String... requires) {
        return plugin(
                name,
                "public void start(ModuleContext context) throws Exception {" + statements + "}",
                requires);
    }

    /** Adds a plugin with the given members. */
    Plugins plugin(String name, String members, String... requires) {
        StringBuilder descriptor = new StringBuilder("requires dev.tenon.core; ");
        Path[] required = new Path[requires.length];
        for (int i = 0; i < requires.length; i++) {
            descriptor.append("requires ").append(requires[i]).append("; ");
            required[i] = jar(requires[i]);
        }
        descriptor
                .append("exports %s; ".formatted(name))
                .append("provides dev.tenon.core.ModulePlugin with %s.Plugin;".formatted(name));
        PluginSource.module(name, "1.0")
                .descriptor(descriptor.toString())
                .source(
                        name + ".Plugin",
                        """
                        package %s;
                        import dev.tenon.core.Module;
                        import dev.tenon.core.ModuleContext;
                        import dev.tenon.core.ModulePlugin;
                        import java.util.concurrent.*;
                        @Module(title = "Plugin of a test", description = "Does little.")
                        public class Plugin implements ModulePlugin {
                            %s
                        }
                        """
                                .formatted(name, members))
                .readsFrom(required)
                .jar(jar(name));
        return this;
    }

    private Path jar(String name) {
        return folder.resolve(name + ".jar");
    }
}
