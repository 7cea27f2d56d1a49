package dev.tenon.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRegionTest {

    @TempDir Path folder;

    @Test
    void onlyTheRegionOfTheTopicIsReplaced() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("d.md"),
                        """
                        before
                        <!-- figures: one -->
                        old
                        <!-- end of figures -->
                        between
                        <!-- figures: two -->
                        old
                        <!-- end of figures -->
                        after
                        """);

        DocumentRegion.of(file, "two").replace("new\n");

        assertThat(file)
                .hasContent(
                        """
                        before
                        <!-- figures: one -->
                        old
                        <!-- end of figures -->
                        between
                        <!-- figures: two -->
                        new

                        <!-- end of figures -->
                        after
                        """);
    }

    @Test
    void aDocumentWithoutTheRegionIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("d.md"), "<!-- figures: one -->\n");

        assertThatIOException()
                .isThrownBy(() -> DocumentRegion.of(file, "one"))
                .withMessageContaining("<!-- end of figures -->");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "change", "sessions", "writers", "databases", "migrations"})
    void theDocumentationHasAPlaceForEachTopic(String topic) throws Exception {
        assertThat(DocumentRegion.of(Path.of("..", "docs", "performance.md"), topic)).isNotNull();
    }
}
