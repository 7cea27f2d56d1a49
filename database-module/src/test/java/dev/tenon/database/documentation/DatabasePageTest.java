package dev.tenon.database.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.Plan;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.host.Host;
import dev.tenon.database.fixture.LiveTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the modules that docs/databases.md shows, plans them, and creates their tables. */
class DatabasePageTest {

    private static final Pattern FILE =
            Pattern.compile("<!-- file: (\\S+) -->\\n```java\\n(.*?)```\\n", Pattern.DOTALL);

    @TempDir Path folder;
    private String page;

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(Path.of("..", "docs", "databases.md"));
    }

    @Test
    void thePlanOfTheEntitiesIsWhatThePageShows() throws IOException {
        var plan = plan(compile("library"));

        assertThat(plan.isClean()).as("%s", plan.problems()).isTrue();
        assertThat(page).contains("    " + shown(plan, "sample.library") + "\n");
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
        rename("library", "renamed");

        assertThat(created(compile("renamed"), "sample.lending", "library"))
                .containsExactly("author", "book", "tenon_schema");
    }

    /** Adds to the page what else the module has, under its new name. */
    private void rename(String from, String to) {
        var moved = new StringBuilder(page);
        var files = FILE.matcher(page);
        while (files.find()) {
            var path = files.group(1).replace(from + "/sample/library", to + "/sample/lending");
            if (path.startsWith(from + "/module-info")) {
                path = to + "/module-info.java";
            }
            if (path.startsWith(to + "/") && !page.contains("<!-- file: " + path)) {
                moved.append(
                        "<!-- file: %s -->\n```java\n%s```\n"
                                .formatted(
                                        path,
                                        files.group(2)
                                                .replace("sample.library", "sample.lending")));
            }
        }
        page = moved.toString();
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

    /** Compiles one module of the page, with every warning an error. */
    private Path compile(String module) throws IOException {
        var classes = folder.resolve(module + "-classes");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-Xlint:all",
                                "-Werror",
                                "-p",
                                System.getProperty("jdk.module.path"),
                                "-d",
                                classes.toString()));
        var matcher = FILE.matcher(page);
        while (matcher.find()) {
            var file = folder.resolve(matcher.group(1));
            if (matcher.group(1).startsWith(module + "/")) {
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, matcher.group(2)).toString());
            }
        }
        var messages = new StringWriter();
        var out = new PrintWriter(messages);
        var result =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(out, out, arguments.toArray(String[]::new));
        assertThat(result).as("%s: %s", module, messages).isZero();
        return classes;
    }
}
