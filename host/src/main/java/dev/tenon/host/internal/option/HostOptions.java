package dev.tenon.host.internal.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that makes a host or a plan. */
public final class HostOptions {

    @Option(
            names = {"-p", "--plugins"},
            paramLabel = "PATH",
            description = {
                "Where plugins are: a folder of plugins, a modular jar, or an exploded module."
                        + " Repeatable.",
                "Default: the setting tenon.plugins (TENON_PLUGINS in the environment), else the"
                        + " folder plugins of the installation."
            })
    List<Path> plugins = new ArrayList<>();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = {
                "A file with settings: .properties, .yaml, or .conf with sections; a later one is"
                        + " stronger. Repeatable.",
                "Default: tenon.properties, tenon.yaml and settings.conf in the folder conf of the"
                        + " installation and in the current folder, where they exist."
            })
    List<Path> settings = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Which profile holds, such as dev; several are separated by commas. Short for"
                            + " --set tenon.profile=NAME.")
    Optional<String> profile = Optional.empty();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description =
                    "Gives a setting a value that is stronger than every other source. Repeatable.")
    List<Setting> set = new ArrayList<>();

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description = {
                "Where private copies of plugins are kept.",
                "Default: tenon in the cache folder of the user; a temporary folder while another"
                        + " host uses it."
            })
    Optional<Path> work = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Log more: the debug lines of Tenon; -vv its trace lines; -vvv everything.")
    boolean[] verbose = {};

    @Mixin StandardOptions standard = new StandardOptions();

    /** Returns the folder for private copies of plugins, if one was named. */
    public Optional<Path> work() {
        return work;
    }
}
