package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the host reads for itself: time limits and parallelism, for all modules or for one.
 *
 * <p>A limit for one module stands under {@code tenon.module.NAME}.
 */
public final class HostSettings {

    private static final String ALL = "tenon.";
    private static final String START_TIMEOUT = "start-timeout";
    private static final String STOP_TIMEOUT = "stop-timeout";
    private static final String PLUGINS = ALL + "plugins";
    private static final String PARALLELISM = ALL + "parallelism";
    private static final String WATCH = ALL + "watch";
    private static final String WATCH_INTERVAL = ALL + "watch-interval";

    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_WATCH_INTERVAL = Duration.ofSeconds(1);

    private final Settings settings;

    public HostSettings(Settings settings) {
        this.settings = settings;
    }

    /** Returns everything that is wrong with the settings for all modules. */
    public List<Problem> problems() {
        return collect(
                () -> timeout(ALL + START_TIMEOUT, DEFAULT_START_TIMEOUT),
                () -> timeout(ALL + STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT),
                this::parallelism,
                this::isWatching,
                this::watchInterval);
    }

    /** Returns everything that is wrong with the settings for one module. */
    public List<Problem> problems(String module) {
        return collect(
                () -> timeout(of(module) + START_TIMEOUT, DEFAULT_START_TIMEOUT),
                () -> timeout(of(module) + STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT));
    }

    /** Returns how long each step of the module's start may take; default 30 s. */
    public Duration startTimeout(String module) {
        return timeout(
                of(module) + START_TIMEOUT, timeout(ALL + START_TIMEOUT, DEFAULT_START_TIMEOUT));
    }

    /** Returns how long each step of the module's stop may take; default 10 s. */
    public Duration stopTimeout(String module) {
        return timeout(
                of(module) + STOP_TIMEOUT, timeout(ALL + STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT));
    }

    /**
     * Returns the places to find plugins in, separated as the platform separates paths; default:
     * none.
     */
    public List<Path> plugins() {
        return settings.find(PLUGINS).stream()
                .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
                .filter(part -> !part.isBlank())
                .map(part -> path(part.strip()))
                .toList();
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw outOfRange(PLUGINS, "'" + text + "' is not a path: " + e.getReason() + ".");
        }
    }

    /** Returns how many modules start at the same time; default: the processors, at least 2. */
    public int parallelism() {
        int value =
                settings.find(PARALLELISM, Integer.class)
                        .orElseGet(() -> Math.max(2, Runtime.getRuntime().availableProcessors()));
        if (value < 1) {
            throw outOfRange(PARALLELISM, "It has to be at least 1.");
        }
        return value;
    }

    /** Returns whether the host follows what happens in the plugin folders; default: no. */
    public boolean isWatching() {
        return settings.find(WATCH, Boolean.class).orElse(false);
    }

    /**
     * Returns how often the host looks into the plugin folders when it watches them; default 1 s.
     */
    public Duration watchInterval() {
        return timeout(WATCH_INTERVAL, DEFAULT_WATCH_INTERVAL);
    }

    /** Returns the settings that belong to the module. */
    public Settings ofModule(String module) {
        return settings.within(module);
    }

    private static String of(String module) {
        return ALL + "module." + module + ".";
    }

    private Duration timeout(String name, Duration otherwise) {
        var value = settings.find(name, Duration.class).orElse(otherwise);
        if (value.isZero() || value.isNegative()) {
            throw outOfRange(name, "It has to be longer than zero.");
        }
        return value;
    }

    private HostException outOfRange(String name, String cause) {
        return new HostException(
                Problem.error(
                        HostError.SETTING_INVALID,
                        "The setting "
                                + name
                                + " has the value '"
                                + settings.find(name).orElse("")
                                + "', set in "
                                + settings.origin(name).orElse("an unnamed source")
                                + ".",
                        cause,
                        HostError.SETTING_INVALID.remedy()));
    }

    private static List<Problem> collect(Runnable... readings) {
        var problems = new ArrayList<Problem>();
        for (Runnable reading : readings) {
            try {
                reading.run();
            } catch (HostException e) {
                problems.add(e.problem());
            }
        }
        return problems;
    }
}
