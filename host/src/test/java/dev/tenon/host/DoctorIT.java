package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tenon doctor}: what the machine, the image and the settings lack. */
class DoctorIT {

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder);
    }

    @Test
    void aHealthyInstallationHasNoErrors() throws Exception {
        var doctor = tenon.run("doctor");

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .containsPattern("OK +machine +processors +[0-9]+ processor")
                .containsPattern("OK +image +modules +[0-9]+ jars in ")
                .containsPattern("OK +image +runtime +Java 25")
                .containsPattern("OK +settings +work folder +" + folder)
                .containsPattern("OK +settings +plan +")
                .containsPattern("OK +data +databases +The folder " + folder + "/data is not")
                .containsPattern("\n[0-9]+ OK, [0-9]+ WARNING, 0 ERROR\n$");
        assertThat(doctor.err()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFindingsAreThereAsJsonToo() throws Exception {
        var doctor = tenon.run("doctor", "--json", "--plugins", "none");

        var json = new JsonMapper().readTree(doctor.out());
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(json.get("healthy").booleanValue()).isFalse();
        var finding = finding(json, "plan");
        assertThat(finding.get("group").stringValue()).isEqualTo("SETTINGS");
        assertThat(finding.get("state").stringValue()).isEqualTo("ERROR");
        assertThat(finding.get("code").stringValue()).isEqualTo("HOST-PLAN-001");
        assertThat(finding.get("remedy").stringValue()).isNotEmpty();
        assertThat(finding(json, "processors").get("code").isNull()).isTrue();
    }

    @Test
    void settingsThatCannotBeReadAreAnError() throws Exception {
        var wrong = tenon.run("doctor", "--set", "tenon.start-timeout=soon");
        var missing = tenon.run("doctor", "--settings", "none.properties");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.out()).contains("HOST-SET-001", "tenon.start-timeout");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.out()).contains("HOST-SET-003", "none.properties");
    }

    @Test
    void aWorkFolderThatCannotBeWrittenIsAnError() throws Exception {
        // Not even root can make a folder where a file is.
        Files.writeString(folder.resolve("file"), "");

        var doctor = tenon.run("doctor", "--work", "file/work");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out()).contains("HOST-RUN-010", "file/work cannot be", "--work");
    }

    @Test
    void aWorkFolderThatAnotherHostUsesIsAWarning() throws Exception {
        try (var run = tenon.start("run", "--work", "work")) {
            run.awaitErr("The host runs until");

            var doctor = tenon.run("doctor", "--work", "work");

            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.out())
                    .containsPattern("WARNING +settings +work folder")
                    .contains("Another host uses");
        }
    }

    @Test
    void theDatabasesOfARunningHostAreLookedAt() throws Exception {
        var plugins = Path.of("..", "sample-modules", "target", "plugins").toAbsolutePath();
        tenon.with("TENON_PLUGINS", plugins.toString());
        try (var run = tenon.start("run")) {
            run.awaitErr("The host runs until");

            var doctor = tenon.run("doctor");

            assertThat(doctor.exitCode()).as(doctor.out()).isZero();
            assertThat(doctor.out())
                    .contains("in use by the process " + run.process().pid())
                    .containsPattern(
                            "OK +data +databases +\\S+/notes.db, [0-9]+ kB, of the module"
                                    + " sample.notes, is whole");
        }
        // What a killed host has left beside the file would make up for what the file lacks.
        assertThat(tenon.run("run", "--check").exitCode()).isZero();
        var file = folder.resolve("data").resolve("notes.db");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        var damaged = tenon.run("doctor");

        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.out()).contains("DB-CONN-006", file.toString());
    }

    @Test
    void fewOpenFilesAreAWarning() throws Exception {
        var doctor = tenon.shell("ulimit -n 256 && tenon doctor");

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .containsPattern("WARNING +machine +open files")
                .contains("HOST-ENV-003: A process may have 256 files open.", "LimitNOFILE");
    }

    @Test
    void aTemporaryFolderThatIsNotThereIsAnError() throws Exception {
        var doctor = tenon.withJavaOption("-Djava.io.tmpdir=/nonexistent").run("doctor");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out())
                .containsPattern("ERROR +machine +temporary folder")
                .contains("-Djava.io.tmpdir=FOLDER");
    }

    @Test
    void aJarThatIsCutOffIsFoundAlthoughTheJvmCannotStartFromIt() throws Exception {
        var image = ImageCopy.of(Tenon.image(), folder.resolve("image"));
        var jar = jar(image, "weld-spi");
        try (var file = FileChannel.open(jar, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        var doctor = new Tenon(folder, image).run("doctor", "--json");

        var json = new JsonMapper().readTree(doctor.out());
        assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(1);
        assertThat(doctor.err()).isEmpty();
        assertThat(finding(json, "modules").get("state").stringValue()).isEqualTo("ERROR");
        assertThat(finding(json, "modules").get("code").stringValue()).isEqualTo("HOST-ENV-004");
        assertThat(finding(json, "modules").get("fact").stringValue())
                .isEqualTo(jar + " cannot be read.");
        assertThat(finding(json, "plan").get("fact").stringValue())
                .isEqualTo("Settings and plugins were not looked at.");
    }

    @Test
    void aModuleThatIsThereTwiceIsFound() throws Exception {
        var image = ImageCopy.of(Tenon.image(), folder.resolve("image"));
        Files.copy(jar(image, "picocli"), image.resolve("modules").resolve("copy.jar"));

        var doctor = new Tenon(folder, image).run("doctor");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.out()).contains("info.picocli is there more than once", "copy.jar");
    }

    @Test
    void aLogThatIsNotSetUpAndAClockThatIsSlowAreWarnings() throws Exception {
        var image = ImageCopy.of(Tenon.image(), folder.resolve("image"));
        Files.delete(image.resolve("conf").resolve("logging.properties"));
        Files.setLastModifiedTime(
                image.resolve("fingerprint"), FileTime.from(Instant.parse("2200-01-01T00:00:00Z")));

        var doctor = new Tenon(folder, image).run("doctor");

        assertThat(doctor.exitCode()).as(doctor.err()).isZero();
        assertThat(doctor.out())
                .containsPattern("WARNING +image +logging")
                .containsPattern("WARNING +machine +clock");
    }

    private static JsonNode finding(JsonNode json, String check) {
        return json.get("findings")
                .valueStream()
                .filter(f -> f.get("check").stringValue().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static Path jar(Path image, String name) throws Exception {
        try (Stream<Path> files = Files.list(image.resolve("modules"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
