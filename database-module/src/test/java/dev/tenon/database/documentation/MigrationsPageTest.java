package dev.tenon.database.documentation;

import static dev.tenon.database.fixture.HostFolder.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.Plan;
import dev.tenon.core.host.Host;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles, plans and migrates the module that docs/migrations.md shows. */
class MigrationsPageTest {

    private static final Pattern FILE =
            Pattern.compile(
                    "<!-- file: (\\S+) -->\\n```(?:java|sql)\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Pattern FAILURE =
            Pattern.compile("<!-- failure -->\\n```\\n(.*?)\\n```\\n", Pattern.DOTALL);

    @TempDir Path folder;
    private String page;
    private Path classes;

    @BeforeEach
    void compilePage() throws IOException {
        page = Files.readString(Path.of("..", "docs", "migrations.md"));
        classes = folder.resolve("classes");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-Xlint:all",
                                "-Werror",
                                "-p",
                                System.getProperty("jdk.module.path"),
                                "-d",
                                classes.toString()));
        var files = FILE.matcher(page);
        while (files.find()) {
            var path = Path.of("shop").relativize(Path.of(files.group(1)));
            var isJava = path.toString().endsWith(".java");
            var file = (isJava ? folder.resolve("sources") : classes).resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.group(2));
            if (isJava) {
                arguments.add(file.toString());
            }
        }
        var messages = new StringWriter();
        var out = new PrintWriter(messages);
        var result =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(out, out, arguments.toArray(String[]::new));
        assertThat(result).as("%s", messages).isZero();
    }

    @Test
    void thePlanOfTheFirstVersionsIsWhatThePageShows() throws IOException {
        Files.delete(classes.resolve("migrations/V4__required_labels.sql"));
        var plan = Host.builder().plugins(classes).plan();

        assertThat(plan.isClean()).as("%s", plan.problems()).isTrue();
        assertThat(page).contains("    " + shown(plan) + "\n");
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
        var failure = FAILURE.matcher(page);
        assertThat(failure.find()).isTrue();

        assertThat(started()).contains(failure.group(1));
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
