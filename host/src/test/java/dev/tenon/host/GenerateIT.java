package dev.tenon.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.fixtures.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tenon db generate} and {@code validate} on a module in a Maven project. */
class GenerateIT {

    private static final Pattern COMMAND =
            Pattern.compile("tenon db generate --module \\S+ \"[^\"]+\"");

    @TempDir Path folder;
    private Path classes;
    private Path migrations;
    private Tenon tenon;

    @BeforeEach
    void prepare() throws IOException {
        var project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        classes = project.resolve("target").resolve("classes");
        migrations = project.resolve("src").resolve("main").resolve("resources/migrations");
        tenon = new Tenon(folder).with("TENON_PLUGINS", classes.toString());
    }

    private static PluginSource items(String components) {
        return PluginSource.module("sample.items", "1.0")
                .descriptor(
                        "requires dev.tenon.database;"
                                + " provides dev.tenon.core.ModulePlugin with sample.items.Items;")
                .source(
                        "sample.items.Items",
                        """
                        package sample.items;
                        import dev.tenon.core.ModulePlugin;
                        import dev.tenon.database.Database;
                        @Database(name = "items", entities = Item.class)
                        public class Items implements ModulePlugin {}
                        """)
                .source(
                        "sample.items.Item",
                        """
                        package sample.items;
                        import jakarta.persistence.*;
                        @Entity public record Item(@Id long id, %s) {}
                        """
                                .formatted(components));
    }

    @Test
    void theCommandThatARefusedStartNamesWritesTheMigration() throws Exception {
        items("String name, String colour").directory(classes);
        check();
        tenon.run("db", "sql", "-m", "items", "--write", "insert into item values (1, 'a', 'red')");
        items("String name").directory(classes);
        var refused = tenon.run("run", "--check");
        assertThat(refused.err()).contains("DB-SCH-019");
        var command = COMMAND.matcher(refused.err().replaceAll("\\s+", " "));
        assertThat(command.find()).as(refused.err()).isTrue();

        var generated = tenon.shell(command.group());

        assertThat(generated.exitCode()).as(generated.err()).isZero();
        assertThat(generated.out())
                .contains(
                        "1 \"The tables so far\" for items on sqlite",
                        "2 \"what it changes\" for items on sqlite",
                        "project/src/main/resources/migrations/V2__what_it_changes.sql",
                        "project/src/main/resources/migrations/U2__what_it_changes.sql",
                        "does: drop the column 'colour' of the table 'item'",
                        "loses: the column 'colour' of the table 'item'",
                        "The values of 1 row in 1 table are kept.",
                        "version 1; hosts see that for themselves.",
                        "\n    tenon db migrate --module sample.items\n");
        assertThat(migrations.resolve("V2__what_it_changes.sql")).exists();
        assertThat(tenon.shell(command.group()).err()).contains("DB-GEN-011");
        build();
        assertThat(tenon.run("db", "migrate").exitCode()).isZero();
        check();
        var nothing = tenon.shell(command.group());
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out())
                .isEqualTo(
                        "Nothing differs: the database items is what the module sample.items"
                                + " declares.\n");
        assertThat(tenon.run("db", "down", "-m", "items", "--to", "1").exitCode()).isZero();
        assertThat(tenon.run("db", "sql", "-m", "items", "select * from item").out())
                .contains("colour");
    }

    private void check() throws InterruptedException {
        var started = tenon.run("run", "--check");
        assertThat(started.exitCode()).as(started.err()).isZero();
    }

    /** Puts the scripts to the classes, as the build of the project would. */
    private void build() throws IOException {
        var target = Files.createDirectories(classes.resolve("migrations"));
        List<Path> scripts;
        try (var files = Files.list(migrations)) {
            scripts = files.toList();
        }
        for (Path script : scripts) {
            Files.copy(script, target.resolve(migrations.relativize(script)));
        }
    }

    @Test
    void aTrialPrintsTheScriptsAndWritesNothing() throws Exception {
        items("String name").directory(classes);

        var trial = tenon.run("db", "generate", "-m", "items", "--dry-run", "Begin");
        var json = tenon.run("db", "generate", "-m", "items", "--dry-run", "--json", "Begin");

        assertThat(trial.exitCode()).as(trial.err()).isZero();
        assertThat(trial.out())
                .contains("CREATE TABLE \"item\"", "Nothing was written.")
                .contains("Proved on a database without tables");
        assertThat(json.out())
                .contains("\"written\" : false", "CREATE TABLE", "\"version\" : \"1\"");
        assertThat(migrations).doesNotExist();
        assertThat(folder.resolve("data").resolve("items.db")).doesNotExist();
    }

    @Test
    void aModuleWhoseSourcesAreNotKnownAsksForTheFolder() throws Exception {
        var jar = items("String name").jar(folder.resolve("items.jar"));

        var refused = tenon.run("db", "generate", "-p", jar.toString(), "-m", "items", "Begin");
        var written =
                tenon.run(
                        "db",
                        "generate",
                        "-p",
                        jar.toString(),
                        "-m",
                        "items",
                        "--into",
                        "here",
                        "a");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--into", "items.jar");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(folder.resolve("here").resolve("V1__a.sql")).exists();
    }

    @Test
    void aValueThatCannotBeReadIsAWrongCommandLine() throws Exception {
        for (var wrong : List.of("colour='red'", "item.colour", "item.colour=", ".=1", "item.=1")) {
            var refused = tenon.run("db", "generate", "-m", "items", "--fill", wrong, "a");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("TABLE.COLUMN=EXPRESSION");
        }
    }

    @Test
    void whatIsDangerousInAScriptIsToldBeforeItRuns() throws Exception {
        items("String name")
                .resource(
                        "migrations/V1__items.sql",
                        "create table item (id integer primary key, name text);")
                .resource("migrations/V2__less.sql", "-- Less\ndelete from item;\n")
                .directory(classes);

        var told = tenon.run("db", "validate", "--module", "items");
        var json = tenon.run("db", "validate", "--module", "items", "--json");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out().replaceAll("\\s+", " "))
                .contains(
                        "DB-GEN-007",
                        "in line 2 of migrations/V2__less.sql",
                        "touches every row of the table",
                        "Write the WHERE that was forgotten",
                        "-- tenon: allow(no-where) and the reason");
        assertThat(json.out())
                .contains(
                        "\"danger\" : \"no-where\"", "\"line\" : 2", "\"place\" : \"migrations/V2");
        assertThat(tenon.run("db", "migrate").exitCode()).isZero();
        assertThat(tenon.run("db", "validate", "--module", "items").out())
                .doesNotContain("DB-GEN-007");
    }
}
