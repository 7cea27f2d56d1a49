package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code tenon run --watch}. */
@DisabledOnOs(OS.WINDOWS)
class WatchIT {

    @TempDir Path folder;

    @Test
    void aRunningHostFollowsItsPluginFolder() throws Exception {
        var plugins = new Plugins(folder.resolve("plugins")).quiet("sample.a");
        var later = new Plugins(folder.resolve("later")).quiet("sample.b");
        var tenon = new Tenon(folder);
        try (var running =
                tenon.start(
                        "run",
                        "--watch",
                        "--set",
                        "tenon.watch-interval=50ms",
                        "--plugins",
                        plugins.path())) {
            running.awaitErr("The host runs until");

            Path jar = Path.of(plugins.path()).resolve("sample.b.jar");
            Files.move(Path.of(later.path()).resolve("sample.b.jar"), jar);
            running.awaitErr("sample.b 1.0 has started");
            Files.delete(jar);
            running.awaitErr("sample.b 1.0 has stopped");
            running.signal("TERM");

            assertThat(running.finish().err())
                    .containsSubsequence(
                            "sample.b 1.0 has started",
                            "sample.b 1.0 has stopped",
                            "sample.a 1.0 has stopped");
        }
    }
}
