package dev.tenon.benchmarks.sql;

import dev.tenon.core.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host of one plugin, whose database is named {@code bench}. */
public final class PluginHost {

    private PluginHost() {}

    /**
     * Starts it.
     *
     * @param target what the database of the plugin is
     * @param folder where the host may leave files
     */
    public static Host start(Path plugin, Target target, Path folder) throws IOException {
        return Host.builder()
                .plugins(plugin)
                .workFolder(Files.createTempDirectory(folder, "work"))
                .setting("tenon.database.path", Files.createTempDirectory(folder, "data") + "")
                // As many as a bulk insert of the benchmark has by default.
                .setting("tenon.crud.max-bulk-rows", "100000")
                .setting("tenon.database.bench.url", target.url())
                .setting("tenon.database.bench.synchronous", target.synchronous())
                .start();
    }
}
