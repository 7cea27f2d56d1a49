package dev.tenon.core.internal.source;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads settings files by their suffix: {@code .yaml} or {@code .yml}, {@code .conf} or {@code
 * .ini}, anything else as Java properties.
 */
final class SettingsFiles {

    /** One value in a file, with the line that it stands on. */
    record Entry(String text, int line) {}

    /** The settings of a file whose lines are known. */
    private static final class LinedSource extends MapBackedConfigValueConfigSource {
        private static final long serialVersionUID = 1L;

        LinedSource(String name, Map<String, ConfigValue> values, int strength) {
            super(name, values, strength);
        }
    }

    private SettingsFiles() {}

    /** Reads the files; a later one is stronger. */
    static List<ConfigSource> read(List<Path> files, int weakest) {
        return read(files, List.of(), weakest);
    }

    /** Reads the files, and after each what stands beside it for the profiles. */
    static List<ConfigSource> read(List<Path> files, List<String> profiles, int weakest) {
        var sources = new ArrayList<ConfigSource>();
        for (Path file : files) {
            sources.add(read(file, weakest + sources.size()));
            for (String profile : profiles) {
                var beside = forProfile(file, profile);
                if (Files.exists(beside)) {
                    sources.add(read(beside, weakest + sources.size()));
                }
            }
        }
        return sources;
    }

    /** Returns {@code tenon-dev.properties} for {@code tenon.properties}. */
    private static Path forProfile(Path file, String profile) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        var stem = dot < 0 ? name : name.substring(0, dot);
        return file.resolveSibling(stem + "-" + profile + (dot < 0 ? "" : name.substring(dot)));
    }

    private static ConfigSource read(Path file, int strength) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(
                        file,
                        Files.isDirectory(file)
                                ? "It is a folder."
                                : Files.exists(file)
                                        ? "It is not a regular file."
                                        : "There is no such file.");
            }
            var name = String.valueOf(file.getFileName());
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return source(file, YamlFile.read(file), strength);
            }
            if (name.endsWith(".conf") || name.endsWith(".ini")) {
                return source(file, IniFile.read(file), strength);
            }
            return source(file, PropertiesFile.read(file), strength);
        } catch (Malformed e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw unreadable(file, "It is not text in UTF-8.");
        } catch (IOException | IllegalArgumentException e) {
            throw new HostException(problem(file, Problem.describe(e)).from(e));
        }
    }

    private static HostException unreadable(Path file, String cause) {
        return new HostException(problem(file, cause));
    }

    private static Problem problem(Path file, String cause) {
        return Problem.error(
                HostError.SETTINGS_UNREADABLE,
                "The settings file " + file + " cannot be read.",
                cause,
                HostError.SETTINGS_UNREADABLE.remedy());
    }

    private static ConfigSource source(Path file, Map<String, Entry> entries, int strength) {
        var place = file.toAbsolutePath().toString();
        var values = new HashMap<String, ConfigValue>();
        entries.forEach((name, entry) ->
                values.put(
                        name,
                        ConfigValue.builder()
                                .withName(name)
                                .withValue(entry.text())
                                .withRawValue(entry.text())
                                .withConfigSourceName(place)
                                .withConfigSourceOrdinal(strength)
                                .withLineNumber(entry.line())
                                .build()));
        return new LinedSource(place, values, strength);
    }

    /** A file that does not follow the rules of its format. */
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Malformed(int line, String cause) {
            super("Line " + line + ": " + cause);
        }
    }
}
