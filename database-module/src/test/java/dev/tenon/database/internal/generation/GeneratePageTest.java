package dev.tenon.database.internal.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.fixture.RealEngine;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.generation.writing.Fill;
import dev.tenon.database.internal.lint.Danger;
import dev.tenon.database.internal.lint.ScriptLint;
import dev.tenon.database.internal.script.Script;
import dev.tenon.database.internal.script.ScriptStatement;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.Schema;
import dev.tenon.database.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generates what docs/migrations-generate.md shows. To write its scripts and its table anew, run
 * this test with {@code -Dtenon.docs.update=true}.
 */
class GeneratePageTest {

    private static final Path PAGE = Path.of("..", "docs", "migrations-generate.md");
    private static final SqliteDialect SQLITE = new SqliteDialect();

    @TempDir Path folder;

    /** As the page has it. */
    private static Table model() {
        // <model>
        return Table.named("note")
                .columns(
                        Column.of("id", Plain.BIGINT).generated(),
                        Column.of("title", Plain.TEXT).unique(),
                        Column.of("created", Plain.TEXT).nullable().renamedFrom("written"),
                        Column.of("author", Plain.TEXT))
                .primaryKey("id");
        // </model>
    }

    @Test
    void showsTheModelThatThisTestHas() throws IOException {
        var source =
                Files.readString(
                        Path.of(
                                "src/test/java/dev/tenon/database/internal/generation/GeneratePageTest.java"));
        var model =
                source.substring(source.indexOf("// <model>") + 10, source.indexOf("// </model>"))
                        .strip()
                        .replace("return ", "")
                        .replace(";", "")
                        .replace("\n        ", "\n");
        assertThat(block("model")).isEqualTo(model + "\n");
    }

    @Test
    void showsTheScriptsThatAreGenerated() throws Exception {
        try (var bench = GenerationBench.of(RealEngine.SQLITE, folder)) {
            bench.run(
                    Script.read(block("sql: before"), SQLITE.lexis()).statements().stream()
                            .map(ScriptStatement::sql)
                            .toList());
            bench.run("INSERT INTO note (title) VALUES ('a'), ('b')");
            var request =
                    Request.of("sample.notes", "notes", Schema.of(model()), 2, "Add the author")
                            .withFills(List.of(new Fill("note", "author", "'unknown'")));
            var migration = bench.generate(request).getFirst();
            update("script: up", migration.up());
            update("script: down", migration.down());
            assertThat(block("script: up")).isEqualTo(migration.up());
            assertThat(block("script: down")).isEqualTo(migration.down());
        }
    }

    @Test
    void listsEveryDanger() throws IOException {
        var table =
                Arrays.stream(Danger.values())
                        .map(d ->
                                "| `%s` | it %s | %s |"
                                        .formatted(
                                                d.id(), d.effect(), d.recipe().replace("|", "\\|")))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "| kind | why | instead |\n| --- | --- | --- |\n",
                                        "\n"));
        if (Boolean.getBoolean("tenon.docs.update")) {
            var page = page();
            int start = page.indexOf("<!-- dangers -->\n") + "<!-- dangers -->\n".length();
            int end = page.indexOf("\nA statement that a script runs", start);
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
        }
        assertThat(page()).contains("<!-- dangers -->\n" + table);
    }

    @Test
    void allowsWhatThePageAllows() throws IOException {
        var script = block("A statement", "```sql\n(-- tenon: allow.*?)```\n");
        var none = Schema.of();
        assertThat(new ScriptLint(SQLITE, none, none).findings(script)).isEmpty();
        assertThat(
                        new ScriptLint(SQLITE, none, none)
                                .findings(script.lines().skip(1).findFirst().orElseThrow()))
                .hasSize(1);
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static String block(String mark) throws IOException {
        return block(mark, Pattern.quote("<!-- " + mark + " -->") + "\n```\\w+\n(.*?)```\n");
    }

    private static String block(String what, String pattern) throws IOException {
        var block = Pattern.compile(pattern, Pattern.DOTALL).matcher(page());
        assertThat(block.find()).as(what).isTrue();
        return block.group(1);
    }

    private static void update(String mark, String text) throws IOException {
        if (Boolean.getBoolean("tenon.docs.update")) {
            var pattern = "(" + Pattern.quote("<!-- " + mark + " -->") + "\n```\\w+\n).*?(```\n)";
            Files.writeString(
                    PAGE,
                    Pattern.compile(pattern, Pattern.DOTALL)
                            .matcher(page())
                            .replaceFirst("$1" + Matcher.quoteReplacement(text) + "$2"));
        }
    }
}
