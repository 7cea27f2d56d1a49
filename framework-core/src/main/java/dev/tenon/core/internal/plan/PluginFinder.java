package dev.tenon.core.internal.plan;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the files and folders that are meant to be plugins.
 *
 * <p>A place to look in is a folder of plugins, or a plugin itself. A plugin is a jar, an exploded
 * module (a folder with a {@code module-info.class}), or a folder with the jar of the plugin and
 * those of its private libraries, these beside it or in {@code lib}.
 */
final class PluginFinder {

    /** What was found, in the order of the places and then of the file names. */
    record Found(List<Path> plugins, List<Problem> problems) {}

    private PluginFinder() {}

    static Found find(Collection<Path> places) {
        var plugins = new ArrayList<Path>();
        var problems = new ArrayList<Problem>();
        for (Path place : places) {
            if (isPlugin(place)) {
                plugins.add(place);
            } else {
                try {
                    plugins.addAll(list(place));
                } catch (IOException e) {
                    problems.add(unreadable(place, e));
                }
            }
        }
        return new Found(plugins.stream().distinct().toList(), problems);
    }

    static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    static boolean isExploded(Path path) {
        return Files.isRegularFile(path.resolve("module-info.class"));
    }

    /** Returns the jars in the folder and in its lib folder, sorted. */
    static List<Path> jarsOf(Path folder) throws IOException {
        var jars = new ArrayList<Path>();
        for (Path place : List.of(folder, folder.resolve("lib"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> entries = Files.list(place)) {
                    entries.filter(PluginFinder::isJar).sorted().forEach(jars::add);
                }
            }
        }
        return jars;
    }

    private static boolean isPlugin(Path place) {
        return isJar(place) || isExploded(place);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PluginFinder::isMeantAsPlugin).sorted().toList();
        }
    }

    private static boolean isMeantAsPlugin(Path entry) {
        var name = String.valueOf(entry.getFileName());
        return !name.startsWith(".") && (Files.isDirectory(entry) || isJar(entry));
    }

    private static Problem unreadable(Path place, IOException e) {
        var cause =
                Files.exists(place)
                        ? (Files.isDirectory(place)
                                ? "Reading it failed: " + e + "."
                                : "It is a file, but not a jar.")
                        : "There is no such file or folder.";
        return Problem.error(
                        HostError.PLUGIN_FOLDER_UNREADABLE,
                        "The plugin folder " + place.toAbsolutePath() + " cannot be read.",
                        cause,
                        HostError.PLUGIN_FOLDER_UNREADABLE.remedy())
                .from(e);
    }
}
