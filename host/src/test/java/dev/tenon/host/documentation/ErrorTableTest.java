package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
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
        var rows =
                ErrorCodesTest.all()
                        .map(e -> "| `%s` | %s | %s |".formatted(e.code(), e.title(), e.remedy()))
                        .collect(Collectors.joining("\n"));
        return """
        # Errors

        Every error has a code that keeps its meaning. A message says what is the case, why, and what
        to do about it; this page lists the codes with their usual remedy. `PLAN` is found before any
        code of a plugin runs, `RUN` while modules start and stop, `SET` in settings, `SVC` in the
        service registry, `CDI` in the beans of a module, `MOD` when somebody asks for a module that
        is not there, `NEW` when a project is written, `ENV` in the machine and in the
        installation.

        | code | what it is | what to do |
        | --- | --- | --- |
        %s
        """
                .formatted(rows);
    }
}
