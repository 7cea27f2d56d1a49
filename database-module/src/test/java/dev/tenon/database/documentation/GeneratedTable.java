package dev.tenon.database.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables in the documentation that come from code, between a marker with their name and an end. */
public final class GeneratedTable {

    private static final Path PAGES = Path.of("..", "docs");

    private GeneratedTable() {}

    /**
     * Asserts that the page has the table, or writes it there with {@code
     * -Dtenon.docs.update=true}.
     */
    public static void check(String page, String name, String table) throws IOException {
        var file = PAGES.resolve(page);
        var written = Files.readString(file);
        var begin = "<!-- table: " + name + " -->\n";
        int from = written.indexOf(begin) + begin.length();
        assertThat(from).as("the marker of " + name).isGreaterThan(begin.length());
        int to = written.indexOf("<!-- end -->", from);
        var expected = written.substring(0, from) + table + "\n" + written.substring(to);
        if (Boolean.getBoolean("tenon.docs.update")) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("docs/" + page + "; write it anew with -Dtenon.docs.update=true")
                .hasContent(expected);
    }
}
