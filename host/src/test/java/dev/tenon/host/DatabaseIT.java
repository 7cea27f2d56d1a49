package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The notes sample keeps its notes in a database. */
class DatabaseIT {

    @TempDir Path folder;
    private Path data;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
        tenon = new Tenon(folder).with("TENON_PLUGINS", Plugins.SAMPLES.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCheckMakesTheFileForItsOwnerAlone() throws Exception {
        var check = tenon.run("run", "--check");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("notes.db"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("framework.db"))).isEqualTo("rw-------");
    }

    @Test
    void theNotesAreThereAtTheNextStart() throws Exception {
        var first = greeting("Kept");
        var second = greeting("Not needed");

        assertThat(first.err()).contains("The newest notes: Kept.");
        assertThat(second.err()).contains("The newest notes: Kept.");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void oneSettingMovesThemToAServer() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            tenon.with("TENON_DATABASE_USER", "postgres")
                    .with("TENON_DATABASE_PASSWORD", "hunter2");
            var url =
                    "--set=tenon.database.url=jdbc:postgresql://localhost:"
                            + server.getPort()
                            + "/postgres";

            var first = greeting("On the server", url);
            var second = greeting("Not needed", url);
            var plan = tenon.run("plan", url);

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("The newest notes: On the server.");
            assertThat(second.err()).contains("The newest notes: On the server.");
            assertThat(plan.out()).contains("engine: PostgreSQL");
            assertThat(data.resolve("notes.db")).doesNotExist();
            assertThat(data.resolve("secrets").resolve("notes.password")).isRegularFile();
            assertThat(first.out() + first.err() + second.err()).doesNotContain("hunter2");
        }
    }

    @Test
    void aSecondHostOnTheDataIsToldWhichProcessHasThem() throws Exception {
        try (var running = tenon.start("run")) {
            running.awaitErr("The host runs until");

            var check = tenon.run("run", "--check");

            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.out())
                    .contains("DB-CONN-012", "the process " + running.process().pid())
                    .containsPattern("sample.digest +\\S+ +BLOCKED");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHostThatWasKilledLosesNothingAndHindersNobody() throws Exception {
        try (var running = tenon.start("run", "--set=sample.notes.greeting=Kept")) {
            running.awaitErr("The host runs until");
            running.signal("KILL");
            assertThat(running.finish().exitCode()).isEqualTo(137);
        }

        var next = greeting("Not needed");

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err())
                .contains("The newest notes: Kept.")
                .doesNotContain("WARNING", "SEVERE");
    }

    @Test
    void theSettingsOfDatabasesAreListedWithoutSecrets() throws Exception {
        var config =
                tenon.with("DATABASE_URL", "postgres://boss:hunter2@localhost/x")
                        .run("config", "tenon.database");

        assertThat(config.exitCode()).as(config.err()).isZero();
        assertThat(config.out())
                .containsPattern("tenon.database.url +\\*+ +the environment variable DATABASE_URL")
                .containsPattern("tenon.database.synchronous +full +default")
                .doesNotContain("hunter2", "sample.notes");
    }

    @Test
    void thePlanShowsTheDatabaseAndStartsNothing() throws Exception {
        var log = folder.resolve("classes");

        var plan = tenon.withJavaOption("-Xlog:class+load:file=" + log).run("plan");

        assertThat(plan.out())
                .contains(
                        "    database: notes; engine: SQLite; tables: note (4 columns);"
                                + " migrations: 1, to version 1\n");
        assertThat(log)
                .content()
                .doesNotContain(
                        " org.jboss.weld.", " org.sqlite.", " com.zaxxer.", " sample.notes.");
        assertThat(data).doesNotExist();
    }

    private Tenon.Finished greeting(String text, String... more) throws Exception {
        var command = new String[more.length + 3];
        command[0] = "run";
        command[1] = "--check";
        command[2] = "--set=sample.notes.greeting=" + text;
        System.arraycopy(more, 0, command, 3, more.length);
        return tenon.run(command);
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
