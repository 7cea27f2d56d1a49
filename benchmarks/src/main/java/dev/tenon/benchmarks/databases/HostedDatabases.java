package dev.tenon.benchmarks.databases;

import dev.tenon.benchmarks.measure.TemporaryFolder;
import dev.tenon.benchmarks.plugins.DatabasePlugins;
import dev.tenon.core.ModuleState;
import dev.tenon.core.ModuleStatus;
import dev.tenon.core.host.Host;
import java.io.IOException;

/** Starts a host whose modules have a database each, and counts threads when all are at rest. */
final class HostedDatabases {

    private final TemporaryFolder folder;

    /** Writes the modules. */
    HostedDatabases(int databases, TemporaryFolder folder) {
        this.folder = folder;
        DatabasePlugins.write(databases, folder.resolve("plugins"));
    }

    /** Returns how many threads the process has, after each database was written to and read. */
    long threads() throws IOException {
        try (var host =
                Host.builder()
                        .plugins(folder.resolve("plugins"))
                        .workFolder(folder.resolve("work"))
                        .setting("tenon.database.path", folder.resolve("data").toString())
                        .start()) {
            requireStarted(host);
            return ProcessThreads.count();
        }
    }

    private static void requireStarted(Host host) throws IOException {
        var failed =
                host.modules().stream()
                        .filter(module -> module.state() != ModuleState.STARTED)
                        .map(ModuleStatus::name)
                        .toList();
        if (!failed.isEmpty()) {
            throw new IOException("These generated plugins have not started: " + failed);
        }
    }
}
