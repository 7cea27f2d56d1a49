package dev.tenon.host.internal.option;

import dev.tenon.core.host.Host;
import dev.tenon.core.host.HostBuilder;
import dev.tenon.host.internal.launch.Locations;
import dev.tenon.host.internal.logging.ConsoleLog;
import java.nio.file.Path;
import java.util.List;

/** Makes a host as the command line says. */
public final class HostFromOptions {

    private HostFromOptions() {}

    /** Sets up logging, and returns a builder with what was given and the defaults for the rest. */
    public static HostBuilder builder(HostOptions options) {
        ConsoleLog.configure(options.verbose.length, options.standard.stacktrace);
        var locations = Locations.ofProcess();
        List<Path> files =
                options.settings.isEmpty() ? locations.settingsFiles() : options.settings;
        var builder = Host.builder().plugins(options.plugins);
        files.forEach(builder::settingsFile);
        options.set.forEach(s -> builder.setting(s.name(), s.value()));
        options.work.or(locations::workFolder).ifPresent(builder::workFolder);
        options.profile.ifPresent(profile -> builder.setting("tenon.profile", profile));
        locations
                .plugins()
                .ifPresent(folder -> builder.defaultSetting("tenon.plugins", folder.toString()));
        locations
                .data()
                .ifPresent(f -> builder.defaultSetting("tenon.database.path", f.toString()));
        return builder;
    }
}
