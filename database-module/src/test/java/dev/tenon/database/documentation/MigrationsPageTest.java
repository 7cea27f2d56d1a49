package dev.tenon.database.documentation;

import static dev.tenon.database.fixture.HostFolder.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.Plan;
import dev.tenon.core.host.Host;
import dev.tenon.fixtures.DocumentedSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles, plans and migrates the module that docs/migrations.md shows. */
class MigrationsPageTest {

    @TempDir Path folder;
    private DocumentedSources page;
    private Path classes;

    @BeforeEach
    void compilePage() throws IOException {
        page = DocumentedSources.of("migrations.md", folder);
        var sources = page.files("shop/");
        var scripts = page.files("shop/migrations/");
        sources.removeAll(scripts);
        classes = page.compile(sources);
        Files.createDirectory(classes.resolve("migrations"));
        for (var script : scripts) {
            Files.copy(script, classes.resolve("migrations").resolve(script.getFileName()));
        }
    }

    @Test
    void thePlanOfTheFirstVersionsIsWhatThePageShows() throws IOException {
        Files.delete(classes.resolve("migrations/V4__required_labels.sql"));
        var plan = Host.builder().plugins(classes).plan();

        assertThat(plan.isClean()).as("%s", plan.problems()).isTrue();
        assertThat(page.page()).contains("    " + shown(plan) + "\n");
    }

    private static String shown(Plan plan) {
        return plan.modules().stream()
                .filter(m -> m.name().equals("sample.shop"))
                .flatMap(m -> m.details().stream())
                .map(d -> d.topic() + ": " + d.text())
                .collect(Collectors.joining("; "));
    }

    @Test
    void theMigrationsOfThePageRunOneAfterTheOther() throws SQLException {
        assertThat(started()).isEmpty();

        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("data/shop.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name, label from item")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("teapot");
            assertThat(rows.getString(2)).isEqualTo("TEAPOT");
        }
    }

    @Test
    void aFailureReadsAsThePageShows() throws IOException {
        Files.writeString(
                classes.resolve("migrations/V5__prices.sql"),
                "update item set label = 'new';\ninsert into prices values (1);\n");

        assertThat(started()).contains(page.blocks("failure").getFirst().stripTrailing());
    }

    private Optional<String> started() {
        try (var host =
                Host.builder()
                        .plugins(classes)
                        .setting("tenon.database.path", folder.resolve("data").toString())
                        .start()) {
            return host.module("sample.shop").error().map(_ -> error(host, "sample.shop"));
        }
    }
}
