package dev.tenon.database.module;

import static dev.tenon.database.fixture.HostFolder.items;
import static dev.tenon.database.fixture.HostFolder.names;
import static dev.tenon.database.fixture.HostFolder.sessions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.admin.DatabaseAdministration;
import dev.tenon.database.admin.Progress;
import dev.tenon.database.fixture.HostFolder;
import dev.tenon.database.fixture.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that are killed while they uninstall a module with its data. */
@Timeout(300)
class KilledUninstallsTest {

    private static final int ROWS = 20_000;
    private static final int ROUNDS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"archive", "drop"})
    void theNextHostFindsTheDataOrNoneAndTheArchive(String wanted) throws Exception {
        long whole = uninstall(wanted, "whole", Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            long part = whole * round / ROUNDS;
            var _ = uninstall(wanted, "r" + round, part);
        }
    }

    /** Kills the host after a while, and returns how long the uninstall has lasted until then. */
    private long uninstall(String wanted, String round, long afterNanos) throws Exception {
        var folder = new HostFolder(Files.createDirectory(temp.resolve(round)));
        folder.with(items("sample.a", "1.0", "a"));
        fill(folder);
        long begun;
        long end;
        try (var host = HostProcess.start(folder)) {
            assertThat(host.awaitUp()).contains("sample.a STARTED");
            begun = System.nanoTime();
            host.uninstall("sample.a", wanted);
            end = awaitGone(folder, begun, afterNanos);
            host.kill();
        }
        requireWholeOrGone(folder, wanted);
        return end - begun;
    }

    private static long awaitGone(HostFolder folder, long begun, long afterNanos) {
        long now = System.nanoTime();
        while (now - begun < afterNanos && Files.exists(folder.data().resolve("a.db"))) {
            assertThat(now - begun).as("the time it takes").isLessThan(LIMIT.toNanos());
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            now = System.nanoTime();
        }
        return now;
    }

    private static void requireWholeOrGone(HostFolder folder, String wanted) throws Exception {
        var archives = archives(folder);
        List<String> found;
        try (var host = folder.host().start()) {
            found = names(sessions(host, "sample.a"));
        }
        assertThat(found.size()).isIn(0, ROWS);
        if (found.isEmpty() && wanted.equals("archive")) {
            assertThat(archives).hasSize(1);
            try (var tools = folder.host().tools()) {
                var restored =
                        tools.get(DatabaseAdministration.class)
                                .of("sample.a")
                                .restore(archives.getFirst(), Progress.NONE);
                assertThat(restored.rows()).containsEntry("item", (long) ROWS);
            }
        }
    }

    private static List<Path> archives(HostFolder folder) throws IOException {
        var archive = folder.data().resolve("archive");
        if (Files.notExists(archive)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(archive, "*.tenon-backup")) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }

    private static void fill(HostFolder folder) {
        try (var host = folder.host().start()) {
            var _ =
                    sessions(host, "sample.a")
                            .write(s ->
                                    s.execute(
                                            "with recursive n(i) as (select 1 union all select i + 1"
                                                    + " from n where i < ?) insert into item"
                                                    + " select 'name ' || i from n",
                                            ROWS));
        }
    }
}
