package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/errors.md what the codes say. To write the page anew, run this test with {@code
 * -Dtenon.docs.update=true}.
 */
class ErrorTableTest {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    @Test
    void theErrorPageListsEveryCode() throws IOException {
        var expected = page();
        if (Boolean.getBoolean("tenon.docs.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE)
                .as("docs/errors.md; write it anew with -Dtenon.docs.update=true")
                .hasContent(expected);
    }

    private static String page() {
        return """
        # Errors

        Every error has a code that keeps its meaning. A message says what is the case, why, and what
        to do about it; this page lists the codes with their usual remedy.

        ## Host

        `PLAN` is found before any code of a plugin runs, `RUN` while modules start and stop, `SET` in
        settings, `SVC` in the service registry, `CDI` in the beans of a module, `MOD` when somebody
        asks for a module that is not there, `NEW` when a project is written, `ENV` in the machine
        and in the installation.

        %s

        ## Databases

        `CONN` is about reaching a database, `VAL` about values that do not fit, `QRY` about
        statements, `TXN` about transactions, `POOL` about connections that are used up, `SEC` about
        what must not be, `SCH` about declarations and schemas, `MIG` about
        [migrations](migrations.md), `GEN` about those that are generated, and dangerous ones, `BAK` about
        [backups](backups.md) and snapshots. [Engines](engines.md) tells which code of an engine becomes
        which of these.

        %s

        ## Tables and repositories

        `CRUD` is about [tables by name](crud.md#tables-by-name), `REP` about
        [repositories](crud.md#repositories), all of which is found before any code of a plugin runs.

        %s
        """
                .formatted(
                        table(ErrorCodesTest.ofHost()),
                        table(ErrorCodesTest.ofDatabases()),
                        table(ErrorCodesTest.ofTables()));
    }

    private static String table(Stream<ErrorCode> codes) {
        return codes.map(e -> "| `%s` | %s | %s |".formatted(e.code(), e.title(), e.remedy()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "| code | what it is | what to do |\n| --- | --- | --- |\n",
                                ""));
    }
}
