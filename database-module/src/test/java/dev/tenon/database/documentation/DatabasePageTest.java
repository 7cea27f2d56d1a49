package dev.tenon.database.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.host.Host;
import dev.tenon.database.fixture.LiveTables;
import dev.tenon.fixtures.DocumentedSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the modules that docs/databases.md shows, plans them, and creates their tables. */
class DatabasePageTest {

    @TempDir Path folder;
    private DocumentedSources page;

    @BeforeEach
    void readPage() throws IOException {
        page = DocumentedSources.of("databases.md", folder);
    }

    @Test
    void thePlanOfTheEntitiesIsWhatThePageShows() throws IOException {
        var plan = plan(compile("library"));

        assertThat(plan.isClean()).as("%s", plan.problems()).isTrue();
        assertThat(page.page()).contains("    " + shown(plan, "sample.library") + "\n");
    }

    @Test
    void theSchemaInCodeIsPlannedAndMadeAtTheStart() throws IOException, SQLException {
        var classes = compile("stock");

        var plan = plan(classes);

        assertThat(plan.modules())
                .filteredOn(m -> m.name().equals("sample.stock"))
                .allMatch(m -> m.state() == ModuleState.RESOLVED);
        assertThat(shown(plan, "sample.stock")).contains("known at the start only");
        assertThat(created(classes, "sample.stock", "stock"))
                .containsExactly("item", "shelf", "tenon_schema");
    }

    @Test
    void theTablesOfTheEntitiesAreCreated() throws IOException, SQLException {
        assertThat(created(compile("library"), "sample.library", "library"))
                .containsExactly("author", "book", "tenon_schema");
    }

    @Test
    void theModuleThatWasRenamedOpensTheSameDatabase() throws IOException, SQLException {
        created(compile("library"), "sample.library", "library");

        assertThat(created(renamed(), "sample.lending", "library"))
                .containsExactly("author", "book", "tenon_schema");
    }

    /** Adds to what the page shows of the renamed module what else it has, under its new name. */
    private Path renamed() throws IOException {
        var renamed = DocumentedSources.of("databases.md", folder.resolve("later"));
        var sources = renamed.files("renamed/");
        for (var file : page.files("library/")) {
            var path =
                    folder.resolve("library")
                            .relativize(file)
                            .toString()
                            .replace("sample/library", "sample/lending");
            if (!sources.contains(folder.resolve("later/renamed").resolve(path))) {
                var text = Files.readString(file).replace("sample.library", "sample.lending");
                sources.add(renamed.write("renamed/" + path, text));
            }
        }
        return renamed.compile(sources);
    }

    private Set<String> created(Path classes, String module, String database) throws SQLException {
        var data = folder.resolve("data");
        try (var host =
                Host.builder()
                        .plugins(classes)
                        .setting("tenon.database.path", data.toString())
                        .start()) {
            assertThat(host.module(module).state())
                    .as(host.module(module).toString())
                    .isEqualTo(ModuleState.STARTED);
        }
        var file = data.resolve(database + ".db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new LiveTables(connection).names();
        }
    }

    private static Plan plan(Path classes) {
        return Host.builder().plugins(classes).plan();
    }

    private static String shown(Plan plan, String module) {
        return plan.modules().stream()
                .filter(m -> m.name().equals(module))
                .flatMap(m -> m.details().stream())
                .map(DatabasePageTest::shown)
                .collect(Collectors.joining("; "));
    }

    private static String shown(PlanDetail detail) {
        return detail.topic() + ": " + detail.text();
    }

    private Path compile(String module) throws IOException {
        return page.compile(page.files(module + "/"));
    }
}
