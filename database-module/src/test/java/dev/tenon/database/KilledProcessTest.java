package dev.tenon.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.ChildJvm;
import dev.tenon.database.fixture.Programs;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int THREADS = 64;

    @Test
    @Timeout(600)
    void noAcknowledgedRowIsLostWhenAProcessIsKilledAmidstWriting(@TempDir Path folder)
            throws Exception {
        try (var database = TestDatabase.in(folder)) {
            database.run("create table row(id integer primary key, what text not null)");
        }
        var acknowledged = new HashSet<Long>();
        var random = new Random(20);
        for (int round = 0; round < 20; round++) {
            acknowledged.addAll(
                    writeAndKill(folder, 1 + round * 10_000_000L, 100 + random.nextInt(500)));
            // Each start after it is a clean one.
            try (var database = TestDatabase.in(folder)) {
                var rows = new HashSet<>(database.rows(Long.class, "select id from row"));
                assertThat(rows).containsAll(acknowledged);
                // What was committed when the acknowledgement was under way is there as well.
                assertThat(rows.size() - acknowledged.size()).isBetween(0, THREADS * (round + 1));
                assertThat(
                                database.rows(
                                        Long.class,
                                        "select count(*) from row where what = 'failed'"))
                        .containsExactly(0L);
                assertThat(database.rows(String.class, "pragma integrity_check"))
                        .containsExactly("ok");
            }
        }
    }

    /** Unlike the process itself, its handle leaves open what it has said already. */
    private static void kill(Process process) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static List<Long> writeAndKill(Path folder, long first, int lines) throws Exception {
        var process = ChildJvm.start(Programs.WRITING, List.of(), folder, first);
        try (var said = process.inputReader()) {
            var rows = new java.util.ArrayList<Long>();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                rows.add(Long.valueOf(line));
                if (rows.size() == lines) {
                    kill(process);
                }
            }
            assertThat(rows).hasSizeGreaterThanOrEqualTo(lines);
            return rows;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
