package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed while its modules write. */
@DisabledOnOs(OS.WINDOWS)
class KilledHostIT {

    private static final int ROUNDS = 20;

    @TempDir Path folder;
    private Writers writers;

    @Test
    void noAcknowledgedCommitIsLostAndNoNextStartIsHindered() throws Exception {
        writers = new Writers(folder, new Tenon(folder));
        var random = new Random(20);
        assertThat(writers.look().exitCode()).isZero();
        var files = files();
        for (int round = 0; round < ROUNDS; round++) {
            var acknowledged = writers.acknowledged();
            try (var host = writers.begin(1 + round * 10_000_000L)) {
                writers.await(100 + random.nextInt(500));
                host.signal("KILL");
                var killed = host.finish();
                assertThat(killed.exitCode()).isEqualTo(137);
                assertThat(killed.err()).doesNotContain("WARNING", "SEVERE");
            }
            check(acknowledged, Writers.THREADS * round);
        }

        var last = writers.look();

        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(last.err()).doesNotContain("WARNING", "SEVERE");
        check(writers.acknowledged(), Writers.THREADS * ROUNDS);
        assertThat(files()).isEqualTo(files);
    }

    private void check(Set<Long> acknowledged, int underWay) throws IOException {
        var there = writers.there();
        assertThat(Writers.without(acknowledged, there)).isEmpty();
        // Those throw after their insert.
        assertThat(there).noneMatch(id -> id % 10 == 0);
        // What was committed when its acknowledgement was under way is there as well.
        assertThat(there.size() - acknowledged.size()).isBetween(0, underWay);
    }

    /** Returns what is in the folders of the host: private copies, locks, databases. */
    private Set<Path> files() throws IOException {
        try (var cache = Files.walk(folder.resolve("cache"));
                var data = Files.walk(folder.resolve("data"))) {
            return Stream.concat(cache, data).collect(Collectors.toSet());
        }
    }
}
