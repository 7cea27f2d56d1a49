package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Reads the sources of settings, from weakest to strongest. */
public final class SettingsReader {

    private static final int FILE = 100;
    private static final int ENVIRONMENT = 300;
    private static final int SYSTEM_PROPERTIES = 400;
    private static final int EXPLICIT = 500;

    private SettingsReader() {}

    /**
     * Reads settings.
     *
     * @param files properties files, of which a later one is stronger
     * @param explicit settings given on the command line or by the builder, stronger than the rest
     * @throws HostException if a file cannot be read
     */
    public static Settings read(List<Path> files, Map<String, String> explicit) {
        var sources = new ArrayList<ConfigSource>();
        for (int i = 0; i < files.size(); i++) {
            sources.add(file(files.get(i), FILE + i));
        }
        sources.add(new EnvConfigSource(System.getenv(), ENVIRONMENT));
        sources.add(
                new PropertiesConfigSource(
                        systemProperties(), "the system properties", SYSTEM_PROPERTIES));
        sources.add(
                new PropertiesConfigSource(explicit, "the command line or the builder", EXPLICIT));
        var config =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(sources)
                        .withConverter(Duration.class, EXPLICIT, new DurationConverter())
                        .withConverter(Boolean.class, EXPLICIT, new BooleanConverter())
                        .build();
        return new SmallRyeSettings(config, "");
    }

    private static ConfigSource file(Path file, int ordinal) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IOException(
                        Files.isDirectory(file) ? "It is a folder." : "There is no such file.");
            }
            return new PropertiesConfigSource(file.toUri().toURL(), ordinal);
        } catch (IOException | IllegalArgumentException e) {
            throw new HostException(
                    Problem.error(
                                    HostError.SETTINGS_UNREADABLE,
                                    "The settings file " + file + " cannot be read.",
                                    Problem.describe(e),
                                    HostError.SETTINGS_UNREADABLE.remedy())
                            .from(e));
        }
    }

    private static Map<String, String> systemProperties() {
        var properties = System.getProperties();
        var copy = new HashMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            copy.put(name, properties.getProperty(name));
        }
        return copy;
    }
}
