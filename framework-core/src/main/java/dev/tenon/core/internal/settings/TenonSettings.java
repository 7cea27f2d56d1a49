package dev.tenon.core.internal.settings;

import dev.tenon.core.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of the host, whose names begin with {@code tenon}. */
public interface TenonSettings {

    @Setting(
            description =
                    "Where plugins are: folders of plugins, jars or exploded modules, separated as"
                            + " the platform separates paths. Default: the folder plugins of the"
                            + " installation.")
    Optional<String> plugins();

    @Setting(
            description =
                    "Which profiles hold: their values and files are stronger than those without;"
                            + " the last is the strongest.")
    List<String> profile();

    @Setting(
            description =
                    "How many modules start at the same time. Default: the processors, at least 2.",
            min = "1")
    Optional<Integer> parallelism();

    @Setting(
            description = "How long each step of a module's start may take.",
            defaultValue = "30s",
            min = "1ms")
    Duration startTimeout();

    @Setting(
            description = "How long each step of a module's stop may take.",
            defaultValue = "10s",
            min = "1ms")
    Duration stopTimeout();

    @Setting(
            description =
                    "Whether the host follows the plugin folders: installs files that appear,"
                            + " upgrades those that change, uninstalls those that vanish.",
            defaultValue = "false")
    boolean watch();

    @Setting(
            description = "How often the host looks into the plugin folders when it watches them.",
            defaultValue = "1s",
            min = "1ms")
    Duration watchInterval();

    /** The limits of one module, by its name. */
    interface ByModule {
        Map<String, Limits> module();
    }

    /** The limits of one module. */
    interface Limits {

        @Setting(
                description =
                        "How long each step of this module's start may take. Default: the limit for"
                                + " all modules.",
                min = "1ms")
        Optional<Duration> startTimeout();

        @Setting(
                description =
                        "How long each step of this module's stop may take. Default: the limit for"
                                + " all modules.",
                min = "1ms")
        Optional<Duration> stopTimeout();
    }
}
