package dev.tenon.host.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.host.internal.output.Output;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints that fails as a whole. */
class FailedCommandsTest {

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PrintStream standard = System.out;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(folder.resolve("plugins"));
    }

    /** Commands that may run code of modules keep standard output for results. */
    @AfterEach
    void putBack() {
        System.setOut(standard);
    }

    private int run(String... arguments) {
        var all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--plugins",
                                        folder.resolve("plugins").toString(),
                                        "--work",
                                        folder.resolve("work").toString(),
                                        "--set",
                                        "tenon.database.path=" + folder.resolve("data")))
                        .toArray(String[]::new);
        return TenonCommand.commandLine(Output.to(new PrintWriter(out), new PrintWriter(err)), all)
                .execute(all);
    }

    @Test
    void withJsonTheFailureIsADocumentAndTheTextStaysOnStandardError() {
        int code = run("db", "backup", "--module", "nobody", "--json");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("DB-CONN-014: ");
        var error = new JsonMapper().readTree(out.toString()).get("error");
        assertThat(error.get("code").stringValue()).isEqualTo("DB-CONN-014");
        assertThat(error.get("severity").stringValue()).isEqualTo("ERROR");
        assertThat(error.get("fact").stringValue()).contains("nobody");
        assertThat(error.get("remedy").stringValue()).isNotEmpty();
    }

    @Test
    void withoutJsonThereIsNoResult() {
        assertThat(run("db", "backup", "--module", "nobody")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "services", "modules", "config", "plan"})
    void everyCommandPrintsOneDocument(String command) {
        int code = run(command, "--json", "--settings", folder.resolve("missing").toString());

        assertThat(code).as("%s", err).isEqualTo(2);
        assertThat(new JsonMapper().readTree(out.toString()).isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aLimitOfNoRowsIsWrongUsage(String limit) {
        int code = run("db", "sql", "--module", "framework", "--limit", limit, "select 1");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--limit", limit);
    }

    @Test
    void aStatementThatChangesSomethingAsksForWrite() {
        assertThat(run("db", "migrate", "--module", "framework")).as("%s", err).isZero();

        int code = run("db", "sql", "--module", "framework", "delete from tenon_audit");

        assertThat(code).as("%s", err).isEqualTo(2);
        assertThat(err.toString()).contains("Add --write");
    }
}
