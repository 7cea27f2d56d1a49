package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the data may be. */
@DisabledOnOs(OS.WINDOWS)
class DataPlacesIT {

    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder).with("TENON_PLUGINS", Plugins.SAMPLES.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with blanks",
                "Übermäßig größer",
                "100%25 & 'more' #1; =+",
                "数据",
                "folder/that/is/not/there"
            })
    void theNameOfTheFolderMayBeAny(String name) throws Exception {
        assertKeeps(folder.resolve(name));
    }

    @Test
    void theNameOfTheFolderMayBeLong() throws Exception {
        assertKeeps(folder.resolve("d".repeat(200)).resolve("e".repeat(200)));
    }

    @Test
    void theFolderMayBeALinkAndIsHeldByItsRealName() throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertKeeps(link);
        assertThat(real.resolve("notes.db")).isRegularFile();

        try (var running = tenon.with("TENON_DATABASE_PATH", link.toString()).start("run")) {
            running.awaitErr("The host runs until");

            var second = tenon.with("TENON_DATABASE_PATH", real.toString()).run("run", "--check");

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err())
                    .contains("DB-CONN-012", "the process " + running.process().pid());
        }
    }

    @Test
    void theFolderMayBeInMemory() throws Exception {
        assumeTrue(
                Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).type().equals("tmpfs"),
                "SKIPPED: no tmpfs at " + MEMORY);
        var place = Files.createTempDirectory(MEMORY, "tenon-test-");
        try {
            assertKeeps(place);
        } finally {
            try (var files = Files.list(place)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(place);
        }
    }

    /** As if the clock had been set back since. */
    @Test
    void whatIsThereMayBeFromTheFuture() throws Exception {
        var data = folder.resolve("data");
        assertThat(greet(data, "Kept").exitCode()).isZero();
        var tomorrow = FileTime.from(Instant.now().plus(Duration.ofDays(1)));
        for (var place : List.of(data, folder.resolve("cache"))) {
            for (var file : files(place)) {
                Files.setLastModifiedTime(file, tomorrow);
            }
        }
        assertKept(greet(data, "Not needed"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private void assertKeeps(Path data) throws Exception {
        var first = greet(data, "Kept");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(data.resolve("notes.db")).isRegularFile();
        assertKept(greet(data, "Not needed"));
    }

    private Tenon.Finished greet(Path data, String text) throws Exception {
        return tenon.with("TENON_DATABASE_PATH", data.toString())
                .run("run", "--check", "--set=sample.notes.greeting=" + text);
    }

    private static void assertKept(Tenon.Finished next) {
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err())
                .contains("The newest notes: Kept.")
                .doesNotContain("WARNING", "SEVERE");
    }
}
