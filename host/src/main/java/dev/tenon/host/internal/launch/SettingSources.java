package dev.tenon.host.internal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a setting was given elsewhere than on the command line, before the host reads it.
 *
 * @param files the settings files
 * @param environment the environment variables
 */
public record SettingSources(List<Path> files, Map<String, String> environment) {

    /** Returns whether any source has a value for the setting. */
    public boolean have(String name) {
        return isValue(System.getProperty(name))
                || isValue(environment.get(variable(name)))
                || files.stream().anyMatch(f -> isValue(read(f).getProperty(name)));
    }

    /** See MicroProfile Config, "Environment Variables Mapping Rules". */
    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            // The host reads it again, and says what is wrong with it.
            properties.clear();
        }
        return properties;
    }

    private static boolean isValue(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
