package dev.tenon.host.internal.startcache;

import dev.tenon.host.internal.launch.Locations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed image, as far as start caches go.
 *
 * @param home its folder, as the launcher spells it
 * @param fingerprint changes with its jars, its JDK and its launcher
 * @param environment the environment variables
 */
public record Installation(Path home, String fingerprint, Map<String, String> environment) {

    private static final int NAME_LENGTH = 16;

    /**
     * Returns the installation that this process was started from; nothing if it was not started by
     * the launcher of an image.
     */
    public static Optional<Installation> of(Locations locations) {
        return locations
                .home()
                .flatMap(home ->
                        fingerprint(home)
                                .map(f -> new Installation(home, f, locations.environment())));
    }

    private static Optional<String> fingerprint(Path home) {
        try {
            return Optional.of(Files.readString(home.resolve("fingerprint")).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException _) {
            // An IDE, or an image that was laid out by hand: no start cache then.
            return Optional.empty();
        }
    }

    /** Returns how the files of its caches begin. */
    String cacheName() {
        return fingerprint.substring(0, Math.min(NAME_LENGTH, fingerprint.length()));
    }

    Path launcher() {
        return home.resolve("bin").resolve("tenon");
    }

    /** Returns the folder with the plugins for training. */
    public Path training() {
        return home.resolve("training");
    }

    /**
     * Returns the folders that caches may lie in: that of the installation, then one of the user,
     * below which the path of the installation is repeated.
     */
    public List<CacheFolder> folders() {
        return Stream.concat(Stream.of(home.resolve("cache")), userFolder().stream())
                .map(CacheFolder::new)
                .toList();
    }

    /**
     * Returns the cache that the launcher uses now, or would if it were not for the environment.
     */
    public Optional<InstalledCache> cache() {
        return folders().stream()
                .flatMap(folder -> folder.key().map(k -> new InstalledCache(folder, k)).stream())
                .filter(cache -> cache.key().fits(this))
                .findFirst();
    }

    private Optional<Path> userFolder() {
        return variable("XDG_CACHE_HOME")
                .or(() -> variable("HOME").map(h -> h + "/.cache"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(cache -> Path.of(cache.resolve("tenon").resolve("start") + home.toString()));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
