package dev.tenon.core.internal.settings;

import dev.tenon.core.error.HostError;
import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Settings;
import java.io.File;
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

    private static final String START_TIMEOUT = "start-timeout";
    private static final String STOP_TIMEOUT = "stop-timeout";
    private static final String PLUGINS = "plugins";
    private static final String PARALLELISM = "parallelism";

    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Settings settings;
    private final Settings own;

    public HostSettings(Settings settings) {
        this.settings = settings;
        this.own = settings.within("tenon");
    }

    /** Returns everything that is wrong with the settings for all modules. */
    public List<Problem> problems() {
        return collect(
                () -> timeout(own, START_TIMEOUT, DEFAULT_START_TIMEOUT),
                () -> timeout(own, STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT),
                this::parallelism);
    }

    /** Returns everything that is wrong with the settings for one module. */
    public List<Problem> problems(String module) {
        return collect(
                () -> timeout(of(module), START_TIMEOUT, DEFAULT_START_TIMEOUT),
                () -> timeout(of(module), STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT));
    }

    /** Returns how long each step of the module's start may take; default 30 s. */
    public Duration startTimeout(String module) {
        return timeout(
                of(module), START_TIMEOUT, timeout(own, START_TIMEOUT, DEFAULT_START_TIMEOUT));
    }

    /** Returns how long each step of the module's stop may take; default 10 s. */
    public Duration stopTimeout(String module) {
        return timeout(of(module), STOP_TIMEOUT, timeout(own, STOP_TIMEOUT, DEFAULT_STOP_TIMEOUT));
    }

    /**
     * Returns the places to find plugins in, separated as the platform separates paths; default:
     * none.
     */
    public List<Path> plugins() {
        return own.find(PLUGINS).stream()
                .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
                .filter(part -> !part.isBlank())
                .map(part -> Path.of(part.strip()))
                .toList();
    }

    /** Returns how many modules start at the same time; default: the processors, at least 2. */
    public int parallelism() {
        int value =
                own.find(PARALLELISM, Integer.class)
                        .orElseGet(() -> Math.max(2, Runtime.getRuntime().availableProcessors()));
        if (value < 1) {
            throw outOfRange(PARALLELISM, own, "It has to be at least 1.");
        }
        return value;
    }

    /** Returns the settings that belong to the module. */
    public Settings ofModule(String module) {
        return settings.within(module);
    }

    private Settings of(String module) {
        return own.within("module." + module);
    }

    private static Duration timeout(Settings settings, String name, Duration otherwise) {
        var value = settings.find(name, Duration.class).orElse(otherwise);
        if (value.isZero() || value.isNegative()) {
            throw outOfRange(name, settings, "It has to be longer than zero.");
        }
        return value;
    }

    private static HostException outOfRange(String name, Settings settings, String cause) {
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
