package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts that are started at the same moment. */
@DisabledOnOs(OS.WINDOWS)
class TwoHostsIT {

    private static final int ROUNDS = 20;

    @TempDir Path folder;

    @Test
    void oneFolderOfDataHasOneHost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            // New in every second round, so that the files are made at the same moment, too.
            var data = folder.resolve("data" + round / 2);
            try (var one = start("one", data);
                    var other = start("other", data)) {
                var both = List.of(one, other);
                for (var host : both) {
                    host.awaitErr("The host runs until");
                }
                var up = both.stream().filter(h -> h.out().has("3 STARTED")).toList();
                assertThat(up).as(one.out() + "\n" + other.out()).hasSize(1);
                var refused = both.get(1 - both.indexOf(up.getFirst()));
                refused.awaitOut("DB-CONN-012");
                assertThat(refused.out().has("the process " + up.getFirst().process().pid())).isTrue();
                for (var host : both) {
                    host.signal("TERM");
                    assertThat(host.finish().exitCode()).isEqualTo(143);
                }
            }
        }
    }

    private Tenon.Running start(String name, Path data, String... settings) throws Exception {
        var arguments = new String[settings.length + 1];
        arguments[0] = "run";
        System.arraycopy(settings, 0, arguments, 1, settings.length);
        return new Tenon(Files.createDirectories(folder.resolve(name)))
                .with("TENON_PLUGINS", Plugins.SAMPLES.toString())
                .with("TENON_DATABASE_PATH", data.toString())
                .start(arguments);
    }
}
