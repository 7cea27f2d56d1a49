package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself and of wrong command lines. */
class HelpIT {

    @TempDir Path folder;
    private Tenon tenon;

    @BeforeEach
    void prepare() {
        tenon = new Tenon(folder);
    }

    @Test
    void theHelpIsThatOfTheGoldenFile() throws Exception {
        var help = tenon.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).isEqualTo(golden("tenon-help.txt"));
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "modules", "services", "doctor", "optimize", "version"})
    void theHelpOfEachCommandHasOptionsExitCodesAndExamples(String command) throws Exception {
        var help = tenon.run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: tenon " + command)
                .contains("\nOptions:\n", "--json", "\nExit codes:\n", "\nExamples:\n")
                .containsPattern("\n  tenon " + command + "\n  tenon " + command + " ");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theHelpOfNewTellsWhatFollowsFromTheName() throws Exception {
        var help = tenon.run("new", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: tenon new")
                .contains("\nParameters:\n", "\nOptions:\n", "\nExit codes:\n", "\nExamples:\n")
                .contains("acme-billing", "BillingModule", "\n  tenon new acme.billing\n");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.err()).isEmpty();
    }

    @Test
    @EnabledIf("hasBash")
    void theCompletionScriptIsOneThatBashUnderstands() throws Exception {
        var bash =
                tenon.shell(
                        "bash -c 'source <(\"$1\" completion) && complete -p tenon' bash \"$0\"");

        assertThat(bash.exitCode()).as(bash.err()).isZero();
        assertThat(bash.out()).startsWith("complete ").endsWith(" tenon\n");
    }

    static boolean hasBash() {
        return Files.isExecutable(Path.of("/bin/bash"));
    }

    @Test
    void aCommandThatDoesNotExistIsAnsweredWithOneThatDoes() throws Exception {
        var refused = tenon.run("plna");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(
                        "'plna'", "Did you mean: tenon plan or tenon completion?", "tenon --help");
    }

    @Test
    void noCommandAtAllIsAnsweredWithTheHelp() throws Exception {
        var refused = tenon.run();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("Usage: tenon").contains("Commands:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plan --plugs x             | --plugins
                    plan --set x               | 'x' is not of the form NAME=VALUE
                    plan --set =x              | '=x' is not of the form NAME=VALUE
                    run --stop-limit 3x        | '3x' is not a duration such as 500ms, 30s, 5m
                    run --stop-limit 0         | '0' is not longer than zero
                    run surplus                | 'surplus'
                    plan --settings none       | HOST-SET-003
                    run --settings none        | HOST-SET-003
                    modules --settings none    | HOST-SET-003
                    new                        | NAME
                    new a b                    | 'b'
                    """)
    void aWrongCommandLineEndsWithTwoAndNothingOnStandardOutput(String line, String told)
            throws Exception {
        var refused = tenon.run(line.split(" ", -1));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(told).doesNotContain("\tat ");
    }

    @Test
    void theVersionIsThatOfTheModule() throws Exception {
        var version = tenon.run("version");
        var shortVersion = tenon.run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out())
                .containsPattern("Tenon +[0-9]")
                .containsPattern("Java +25")
                .containsPattern("Home +" + Tenon.image().toRealPath());
        assertThat(shortVersion.out()).containsPattern("^tenon [0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "plan --help", "version", "new acme.billing"})
    void whatNeedsNoHostLoadsNoneOfItsLibraries(String line) throws Exception {
        var log = folder.resolve("classes");

        tenon.withJavaOption("-Xlog:class+load:file=" + log).run(line.split(" ", -1));

        assertThat(Files.readString(log))
                .contains("dev.tenon.host.Main ")
                .doesNotContain(" org.jboss.", " io.smallrye.", " tools.jackson.")
                .doesNotContain(" dev.tenon.core.internal.");
    }

    private static String golden(String name) throws IOException {
        try (var stream = HelpIT.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
