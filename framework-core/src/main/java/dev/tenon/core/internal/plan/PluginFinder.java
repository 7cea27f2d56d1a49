package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the files and folders that are meant to be plugins.
 *
 * <p>A place to look in is a folder of plugins, or a plugin itself. A plugin is a jar, an exploded
 * module (a folder with a {@code module-info.class}), or a folder with the jar of the plugin and
 * those of its private libraries, these beside it or in {@code lib}. A place with jars and with
 * jars in {@code lib} is a plugin; one with jars alone is a folder of plugins.
 */
public final class PluginFinder {

    /** What was found, in the order of the places and then of the file names. */
    public record Found(List<Path> plugins, List<Problem> problems) {}

    private PluginFinder() {}

    /** Looks into the places. */
    public static Found find(Collection<Path> places) {
        var plugins = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        for (Path place : places) {
            if (place.toString().isEmpty()) {
                problems.add(unreadable(place, new NoSuchFileException("")));
            } else if (isPlugin(place)) {
                plugins.add(place);
            } else {
                try {
                    plugins.addAll(list(place));
                } catch (IOException e) {
                    problems.add(unreadable(place, e));
                }
            }
        }
        return new Found(distinct(plugins), problems);
    }

    /** A place that was named twice, in whatever spelling, is searched once. */
    private static List<Path> distinct(List<Path> plugins) {
        var seen = new HashSet<Path>();
        return plugins.stream().filter(plugin -> seen.add(real(plugin))).toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It has vanished or cannot be read: whoever reads it says so.
            return path.toAbsolutePath().normalize();
        }
    }

    static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    static boolean isExploded(Path path) {
        return Files.isRegularFile(path.resolve("module-info.class"));
    }

    /** Returns the jars in the folder and in its lib folder, sorted. */
    static List<Path> jarsOf(Path folder) throws IOException {
        var jars = new ArrayList<>(jarsIn(folder));
        jars.addAll(jarsIn(folder.resolve("lib")));
        return jars;
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PluginFinder::isJar).sorted().toList();
        }
    }

    private static boolean isPlugin(Path place) {
        return isJar(place) || isExploded(place) || isJarWithLibraries(place);
    }

    private static boolean isJarWithLibraries(Path place) {
        try {
            return !jarsIn(place).isEmpty() && !jarsIn(place.resolve("lib")).isEmpty();
        } catch (IOException e) {
            // Read as a folder of plugins, which tells why it cannot be read.
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PluginFinder::isMeantAsPlugin).sorted().toList();
        }
    }

    private static boolean isMeantAsPlugin(Path entry) {
        var name = String.valueOf(entry.getFileName());
        return !name.startsWith(".") && (Files.isDirectory(entry) || name.endsWith(".jar"));
    }

    private static Problem unreadable(Path place, IOException e) {
        return Problem.error(
                        HostError.PLUGIN_FOLDER_UNREADABLE,
                        "The plugin folder " + place.toAbsolutePath() + " cannot be read.",
                        whyUnreadable(place, e),
                        HostError.PLUGIN_FOLDER_UNREADABLE.remedy())
                .from(e);
    }

    private static String whyUnreadable(Path place, IOException e) {
        if (place.toString().isEmpty()) {
            return "The path is empty.";
        }
        if (!Files.exists(place)) {
            return "There is no such file or folder.";
        }
        return Files.isDirectory(place)
                ? "Reading it failed: " + Problem.describe(e)
                : "It is a file, but not a jar.";
    }
}
