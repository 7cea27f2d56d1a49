package dev.tenon.host.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docs/migrations-generate.md says, from its beginning to its end, and compares what it
 * says is printed. To write that anew, run this test with {@code -Dtenon.docs.update=true}.
 */
class GeneratePageIT {

    private static final Path PAGE = Document.ROOT.resolve("docs/migrations-generate.md");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(<!-- (?<kind>file|run|run: fails|prints|prints: line|says)(?:: (?<path>\\S+\\.\\S+))? -->\\n"
                            + "```\\w*\\n)(?<text>.*?)```\\n",
                    Pattern.DOTALL);

    @TempDir private Path folder;
    private String printed = "";

    @Test
    void thePageGoesFromTheFirstTableToAChangeThatIsTakenBack()
            throws IOException, InterruptedException {
        // The commands are for the root of a clone: its image is here under the same path, and its
        // launcher is that of the image, which does not build anything.
        Files.createSymbolicLink(folder.resolve("host"), Document.ROOT.resolve("host"));
        Files.createSymbolicLink(
                folder.resolve("tenon"), Document.ROOT.resolve("host/target/tenon/bin/tenon"));
        var page = Files.readString(PAGE);
        var updated = new StringBuilder();
        var block = BLOCK.matcher(page);
        while (block.find()) {
            var text = follow(block);
            block.appendReplacement(
                    updated, Matcher.quoteReplacement(block.group(1) + text + "```\n"));
        }
        block.appendTail(updated);

        if (Boolean.getBoolean("tenon.docs.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(updated.toString());
    }

    /** Does what a block says, and returns what it should say. */
    private String follow(Matcher block) throws IOException, InterruptedException {
        var text = block.group("text");
        switch (block.group("kind")) {
            case "file" -> {
                var file = folder.resolve(block.group("path"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            case "run" -> assertThat(run(text)).as(printed).isZero();
            case "run: fails" -> assertThat(run(text)).as(printed).isEqualTo(1);
            case "says" ->
                    assertThat(printed.replaceAll("\\s+", " "))
                            .contains(text.lines().toArray(String[]::new));
            case "prints" -> {
                return printed;
            }
            case "prints: line" -> {
                var first = Path.of("diary/resources/migrations/V1__the_tables_so_far.sql");
                return Files.readString(folder.resolve(first)).lines().findFirst().orElseThrow()
                        + "\n";
            }
            default -> throw new AssertionError(block.group());
        }
        return text;
    }

    private int run(String script) throws IOException, InterruptedException {
        var run =
                new Script(script, folder)
                        .findingProgramsIn(Path.of(System.getProperty("java.home"), "bin"))
                        .run();
        printed = run.output();
        return run.exitCode();
    }
}
