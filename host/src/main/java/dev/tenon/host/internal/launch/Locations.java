package dev.tenon.host.internal.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are unless the command line says otherwise.
 *
 * @param home the folder Tenon is installed in; nothing when it runs from an IDE
 * @param currentFolder the folder the command was given in
 * @param userHome the home folder of the user; nothing if there is none
 * @param environment the environment variables
 */
public record Locations(
        Optional<Path> home,
        Path currentFolder,
        Optional<Path> userHome,
        Map<String, String> environment) {

    private static final List<String> SETTINGS =
            List.of("tenon.properties", "tenon.yaml", "settings.conf");

    /** Returns the locations of this process. */
    public static Locations ofProcess() {
        return new Locations(
                folder("tenon.home"), Path.of(""), folder("user.home"), System.getenv());
    }

    /** Returns the folder of the installation for the data of modules. */
    public Optional<Path> data() {
        return home.map(h -> h.resolve("data"));
    }

    /** Returns the plugin folder of the installation, if it exists. */
    public Optional<Path> plugins() {
        return home.map(h -> h.resolve("plugins")).filter(Files::isDirectory);
    }

    /**
     * Returns the settings files that exist, from weakest to strongest: of each format the one of
     * the installation, then that of the current folder.
     */
    public List<Path> settingsFiles() {
        return SETTINGS.stream()
                .flatMap(name ->
                        Stream.concat(
                                home.map(h -> h.resolve("conf").resolve(name)).stream(),
                                Stream.of(currentFolder.resolve(name))))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * Returns the folder for copies of plugins: {@code tenon} in the user's cache folder as the XDG
     * Base Directory Specification defines it; nothing if it could not be written, as for an
     * account without a home.
     */
    public Optional<Path> workFolder() {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> userHome.map(h -> h.resolve(".cache")))
                .map(cache -> cache.resolve("tenon"))
                .filter(work -> isWritable(work.resolve("plugins")))
                .filter(work -> isWritableFile(work.resolve("host.lock")));
    }

    /** What another account, such as root, has left there cannot be used. */
    private static boolean isWritableFile(Path file) {
        return !Files.exists(file) || (Files.isRegularFile(file) && Files.isWritable(file));
    }

    private static boolean isWritable(Path folder) {
        for (Path place = folder; place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                return Files.isDirectory(place) && Files.isWritable(place);
            }
        }
        return false;
    }

    private static Optional<Path> folder(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }
}
