package dev.tenon.host.internal.startcache;

import dev.tenon.host.internal.launch.Locations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Has the start cache made in the background when a host runs without one: by another process, at
 * the lowest priority, once the host is up.
 *
 * <p>Not in a build server or a container, which would pay for it with every start, nor where
 * memory is short. Those who want it there run {@code tenon optimize} when they install.
 */
public final class FirstUse {

    private static final System.Logger LOG = System.getLogger("dev.tenon.host");
    private static final long ENOUGH_MEMORY = 1L << 30;

    private FirstUse() {}

    /** Starts the making of a cache if one is wanted, and returns at once. */
    public static void makeMissingCache(Locations locations) {
        if ("missing".equals(System.getProperty("tenon.start-cache"))
                && isWanted(locations.environment())) {
            Installation.of(locations).filter(FirstUse::isPossible).ifPresent(FirstUse::start);
        }
    }

    /** Returns whether the environment is one in which a cache would be used again. */
    static boolean isWanted(Map<String, String> environment) {
        return switch (environment.getOrDefault("TENON_AOT", "auto")) {
            case "make" -> true;
            case "use" -> false;
            default -> !isThrownAway(environment);
        };
    }

    /** Returns whether what is written here is lost with the next start. */
    private static boolean isThrownAway(Map<String, String> environment) {
        return !environment.getOrDefault("CI", "false").equalsIgnoreCase("false")
                || environment.containsKey("KUBERNETES_SERVICE_HOST")
                || environment.containsKey("container")
                || List.of("/.dockerenv", "/run/.containerenv").stream()
                        .map(Path::of)
                        .anyMatch(Files::exists);
    }

    private static boolean isPossible(Installation installation) {
        return CacheMaker.place(installation)
                        .filter(folder -> !Files.exists(folder.failure(installation)))
                        .isPresent()
                && hasEnoughMemory();
    }

    private static boolean hasEnoughMemory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                && system.getTotalMemorySize() >= ENOUGH_MEMORY;
    }

    private static void start(Installation installation) {
        // What ends this host by the keyboard is not meant for the other process.
        var script = "trap '' INT QUIT HUP; exec nice -n 19 \"$0\" optimize --if-missing";
        var builder =
                new ProcessBuilder("sh", "-c", script, installation.launcher().toString())
                        .directory(installation.home().toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(Training::isOfUser);
        try {
            builder.start().getOutputStream().close();
            LOG.log(
                    System.Logger.Level.INFO,
                    "The start cache is being made in the background, so that the next start is"
                            + " faster. TENON_AOT=off turns it off.");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The start cache cannot be made.", e);
        }
    }
}
