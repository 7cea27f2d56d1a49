package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The notes sample has a second version, which takes its notes over. */
class NotesUpgradeIT {

    private static final Path UPGRADES = Plugins.SAMPLES.resolveSibling("upgrades");

    @TempDir Path folder;
    private Path plugins;
    private Tenon tenon;

    @BeforeEach
    void installTheFirstVersion() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(jar(Plugins.SAMPLES, "sample-digest-"), plugins.resolve("digest.jar"));
        install(jar(Plugins.SAMPLES, "sample-notes-"));
        tenon = new Tenon(folder).with("TENON_PLUGINS", plugins.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunningHostTakesItsNotesToTheSecondVersionAndTheyComeBackToTheFirst() throws Exception {
        try (var running =
                tenon.start(
                        "run",
                        "--watch",
                        "--set=tenon.watch-interval=50ms",
                        "--set=sample.notes.greeting=Kept")) {
            running.awaitErr("The host runs until");

            install(jar(UPGRADES, "sample-notes-2-"));
            running.awaitErr("notes.jar has changed: the host has followed.");

            assertThat(sql("select title, pinned from note")).contains("Kept", "1 row");
            running.signal("TERM");
            var err = running.finish().err();
            assertThat(err)
                    .containsSubsequence(
                            "The newest notes: Kept.",
                            "sample.digest 0.1.0-SNAPSHOT has stopped",
                            "sample.notes 0.1.0-SNAPSHOT has stopped",
                            "sample.notes 0.2.0 has started",
                            "The newest notes: Kept.",
                            "sample.digest 0.1.0-SNAPSHOT has started")
                    .doesNotContain("WARNING", "SEVERE");
        }

        var down = tenon.run("db", "down", "--module", "sample.notes", "--to", "1");
        install(jar(Plugins.SAMPLES, "sample-notes-"));
        var check = check();

        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).contains("The newest notes: Kept.");
        assertThat(sql("select * from note")).doesNotContain("pinned");
        assertThat(tenon.run("db", "history", "-m", "notes").out())
                .containsSubsequence("V1__notes.sql", "V2__pinned.sql", "undone", "U2__pinned.sql");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void onAServerTheSecondVersionFindsTheNotesOfTheFirst() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            tenon.with("TENON_DATABASE_USER", "postgres");
            var url =
                    "--set=tenon.database.url=jdbc:postgresql://localhost:"
                            + server.getPort()
                            + "/";

            var first = check(url, "--set=sample.notes.greeting=Kept");
            install(jar(UPGRADES, "sample-notes-2-"));
            var second = check(url);

            for (var run : List.of(first, second)) {
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(run.err()).contains("The newest notes: Kept.");
            }
            assertThat(second.err()).contains("sample.notes 0.2.0 has started");
        }
    }

    /** As an administrator does: nobody sees half of the file. */
    private void install(Path jar) throws IOException {
        var copy = Files.copy(jar, folder.resolve("notes.jar"));
        Files.move(
                copy,
                plugins.resolve("notes.jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Tenon.Finished check(String... settings) throws InterruptedException {
        return tenon.run(
                Stream.concat(Stream.of("run", "--check"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    private String sql(String query) throws InterruptedException {
        var read = tenon.run("db", "sql", "-m", "sample.notes", query);
        assertThat(read.exitCode()).as(read.err()).isZero();
        return read.out();
    }

    private static Path jar(Path folder, String prefix) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, prefix + "*.jar")) {
            return jars.iterator().next();
        }
    }
}
