package dev.tenon.host.internal.command;

import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.launch.SettingSources;
import dev.tenon.host.internal.logging.ConsoleLog;
import java.nio.file.Path;
import java.util.List;

/** Makes a host as the command line says. */
final class HostFromOptions {

    private static final String PLUGINS = "tenon.plugins";

    private HostFromOptions() {}

    /** Sets up logging, and returns a builder with what was given and the defaults for the rest. */
    static HostBuilder builder(HostOptions options) {
        ConsoleLog.configure(options.verbose.length, options.stacktrace);
        var locations = Locations.ofProcess();
        List<Path> files =
                options.settings.isEmpty() ? locations.settingsFiles() : options.settings;
        var builder = Host.builder().plugins(options.plugins);
        files.forEach(builder::settingsFile);
        options.set.forEach(s -> builder.setting(s.name(), s.value()));
        options.work.or(locations::workFolder).ifPresent(builder::workFolder);
        if (options.plugins.isEmpty() && !isSet(PLUGINS, options, files, locations)) {
            locations.plugins().ifPresent(builder::plugins);
        }
        return builder;
    }

    private static boolean isSet(
            String name, HostOptions options, List<Path> files, Locations locations) {
        return options.set.stream().anyMatch(s -> s.name().equals(name))
                || new SettingSources(files, locations.environment()).have(name);
    }
}
