package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code tenon run --check}: starts everything, reports, stops. */
class CheckIT {

    @TempDir Path folder;
    private Plugins plugins;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        plugins = new Plugins(folder.resolve("plugins"));
        tenon = new Tenon(folder);
    }

    @Test
    void twoGoodPluginsEndWithZero() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b", "sample.a");

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.exitCode()).isZero();
        assertThat(check.out())
                .containsPattern("sample.a +1.0 +STARTED +[0-9]+ ms\n")
                .containsPattern("sample.b +1.0 +STARTED +[0-9]+ ms\n")
                .endsWith("\n4 STARTED\n")
                .doesNotContain("INFO");
        assertThat(check.err()).contains("sample.b 1.0 has stopped.", "The host is down");
    }

    @Test
    void aPluginThatFailsEndsWithOneAndStandsInTheTableWithWhatItBlocks() throws Exception {
        plugins.starting("sample.a", "throw new IllegalStateException(\"unlucky\");")
                .quiet("sample.b", "sample.a")
                .quiet("sample.c");

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out())
                .containsPattern("sample.a +1.0 +FAILED .*\n    HOST-RUN-004: ")
                .contains("unlucky")
                .containsPattern("sample.b +1.0 +BLOCKED .*\n    HOST-RUN-008: ")
                .containsPattern("sample.c +1.0 +STARTED ")
                .endsWith("3 STARTED, 1 FAILED, 1 BLOCKED\n");
        assertThat(check.out() + check.err()).doesNotContain("\tat ");
    }

    @Test
    void aModuleThatEndsTheProcessIsNamedAndTheCheckFails() throws Exception {
        plugins.starting("sample.a", "System.exit(0);").quiet("sample.b");

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err())
                .contains("System.exit", "\"sample.a start\"", "sample.a.Plugin.start");
    }

    @Test
    void aFileNameBeyondAsciiHarmsNobodyInTheLocaleOfServices() throws Exception {
        plugins.quiet("sample.a").quiet("sample.b");
        Files.move(
                Path.of(plugins.path()).resolve("sample.b.jar"),
                Path.of(plugins.path()).resolve("zw\u00f6lf.jar"));
        tenon.launchedBy("env", "-u", "LANG", "-u", "LC_CTYPE", "LC_ALL=C");

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("4 STARTED");
    }

    @Test
    void anInstallationBeyondAsciiStartsInALocaleThatTheMachineDoesNotHave() throws Exception {
        var image = ImageCopy.of(Tenon.image(), folder.resolve("zw\u00f6lf"));

        var version = new Tenon(folder, image).with("LC_ALL", "xx_YY.UTF-8").run("version");

        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).contains(image.toString());
    }

    @Test
    void thePlacesWhereTheShellLooksForFoldersDoNotMisleadTheLauncher() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere").resolve("bin"));

        var version =
                tenon.with("CDPATH", folder.resolve("elsewhere").toString())
                        .launchedBy(
                                "sh",
                                "-c",
                                "cd \"$(dirname \"$0\")\"/.. && exec sh bin/tenon \"$@\"")
                        .run("version");

        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).contains(Tenon.image().toRealPath().toString());
    }

    @Test
    void theStackOfAFailureIsThereForThoseWhoAskForIt() throws Exception {
        plugins.starting("sample.a", "throw new IllegalStateException(\"no luck\");");

        var check = tenon.run("run", "--check", "--stacktrace", "--plugins", plugins.path());

        assertThat(check.err()).contains("\tat sample.a@1.0/sample.a.Plugin.start");
        assertThat(check.out()).doesNotContain("\tat ");
    }

    @Test
    void whatAPluginLogsKeepsItsStack() throws Exception {
        plugins.starting(
                "sample.a",
                """
                System.getLogger("sample.a")
                        .log(System.Logger.Level.WARNING, "odd", new IllegalStateException("odd"));
                """);

        var check = tenon.run("run", "--check", "--plugins", plugins.path());

        assertThat(check.err()).contains("\tat sample.a@1.0/sample.a.Plugin.start");
    }

    @Test
    void theJsonIsWholeWhateverPluginsPrint() throws Exception {
        plugins.starting("sample.a", "System.out.println(\"Hello from sample.a\");");

        var check = tenon.run("run", "--check", "--json", "--plugins", plugins.path());

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).contains("Hello from sample.a");
        var document = new JsonMapper().readTree(check.out());
        assertThat(document.get("started").booleanValue()).isTrue();
        var module = document.get("modules").get(1);
        assertThat(module.get("name").stringValue()).isEqualTo("sample.a");
        assertThat(module.get("version").stringValue()).isEqualTo("1.0");
        assertThat(module.get("state").stringValue()).isEqualTo("STARTED");
        assertThat(module.get("startMillis").isIntegralNumber()).isTrue();
        assertThat(module.get("problems").isEmpty()).isTrue();
    }

    @Test
    void aFailureInJsonHasItsCode() throws Exception {
        plugins.starting("sample.a", "throw new IllegalStateException(\"no luck\");");

        var check = tenon.run("run", "--check", "--json", "--plugins", plugins.path());

        assertThat(check.exitCode()).isEqualTo(1);
        var document = new JsonMapper().readTree(check.out());
        assertThat(document.get("started").booleanValue()).isFalse();
        var problem = document.get("modules").get(1).get("problems").get(0);
        assertThat(problem.get("code").stringValue()).isEqualTo("HOST-RUN-004");
        assertThat(problem.get("severity").stringValue()).isEqualTo("ERROR");
    }

    @Test
    void aPluginFolderThatIsNotThereEndsWithTwo() throws Exception {
        var check = tenon.run("run", "--check", "--plugins", folder.resolve("none").toString());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).isEmpty();
        assertThat(check.err()).contains("HOST-PLAN-001", "none").doesNotContain("\tat ");
    }

    @Test
    void theJsonTellsWhyTheHostHasNotStarted() throws Exception {
        var none = folder.resolve("none").toString();
        var wrong = new String[] {"--json", "--plugins", none, "--set", "tenon.start-timeout=soon"};

        for (var command : List.of("run", "services")) {
            var check =
                    tenon.run(
                            Stream.concat(Stream.of(command), Stream.of(wrong))
                                    .toArray(String[]::new));

            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.err()).contains("HOST-SET-001", "HOST-PLAN-001");
            var problems = new JsonMapper().readTree(check.out()).get("hostProblems");
            assertThat(problems.findValuesAsString("code"))
                    .containsExactlyInAnyOrder("HOST-SET-001", "HOST-PLAN-001");
        }
    }

    @Test
    void aSettingsFileThatCannotBeReadIsToldInJsonToo() throws Exception {
        var check = tenon.run("run", "--json", "--settings", folder.resolve("none").toString());

        assertThat(check.exitCode()).isEqualTo(2);
        var document = new JsonMapper().readTree(check.out());
        assertThat(document.get("started").booleanValue()).isFalse();
        assertThat(document.get("hostProblems").findValuesAsString("code"))
                .containsExactly("HOST-SET-003");
    }

    @Test
    void aSettingWithAWrongValueEndsWithTwo() throws Exception {
        var check =
                tenon.run(
                        "run",
                        "--check",
                        "--set",
                        "tenon.start-timeout=soon",
                        "--plugins",
                        new Plugins(folder.resolve("p")).quiet("sample.a").path());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("HOST-SET-001", "tenon.start-timeout", "soon");
    }

    @Test
    void verboseShowsTheDebugLinesOfTenon() throws Exception {
        plugins.quiet("sample.a");

        var quiet = tenon.run("run", "--check", "--plugins", plugins.path());
        var verbose = tenon.run("run", "--check", "-v", "--plugins", plugins.path());

        assertThat(quiet.err()).doesNotContain("sample.a 1.0 is READY.");
        assertThat(verbose.err()).contains("sample.a 1.0 is READY.");
    }

    @Test
    void settingsAreReadFromTheCurrentFolderAndTheCommandLineIsStronger() throws Exception {
        plugins.starting(
                "sample.a", "System.out.println(\"It is \" + context.settings().get(\"colour\"));");
        Files.writeString(
                folder.resolve("tenon.properties"),
                "tenon.plugins=" + plugins.path() + "\nsample.a.colour=red\n");

        var fromFile = tenon.run("run", "--check");
        var fromCommandLine = tenon.run("run", "--check", "--set", "sample.a.colour=blue");

        assertThat(fromFile.err()).contains("It is red");
        assertThat(fromCommandLine.err()).contains("It is blue");
    }
}
