package dev.tenon.host.internal.startcache;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The two start caches: a small one, and one with everything that starts modules. */
public enum CacheKind {
    /** For commands that start no module: Weld in the cache would slow them down. */
    COMMANDS,
    /** For {@code run} and {@code services}. */
    HOST;

    /** Returns the name by which the launcher knows it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what a training runs: what users run, with the plugins that lie ready for it.
     *
     * @param settings an empty file, in place of the settings of the installation
     */
    public List<List<String>> training(Path plugins, Path settings) {
        String[] options = {"--plugins", plugins.toString(), "--settings", settings.toString()};
        return switch (this) {
            case COMMANDS ->
                    List.of(
                            words("--help"),
                            words("run --help"),
                            words("version"),
                            words("version --json"),
                            words("completion"),
                            words("plan", options),
                            words("plan --json", options),
                            words("modules", options),
                            words("modules --graph", options),
                            words("modules --json", options));
            case HOST ->
                    List.of(
                            words("run --check", options),
                            words("run --check --json", options),
                            words("services", options));
        };
    }

    /** Returns a short command that is started with this cache. */
    List<String> trial() {
        return switch (this) {
            case COMMANDS -> List.of("--version");
            case HOST -> List.of("run", "--help");
        };
    }

    private static List<String> words(String command, String... options) {
        return Stream.concat(Stream.of(command.split(" ", -1)), Stream.of(options)).toList();
    }
}
