package dev.tenon.database.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.PlanDetail;
import dev.tenon.core.PlannedModule;
import dev.tenon.core.error.Problem;
import dev.tenon.core.host.Host;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.SchemaError;
import dev.tenon.fixtures.PluginSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredDatabasesTest {

    @TempDir Path plugins;

    @Test
    void thePlanShowsTheDatabaseOfAModuleWithItsTables() {
        add(
                "sample.notes",
                "name = \"notes\", entities = Note.class",
                "@Entity record Note(@Id @GeneratedValue Long id, String title) {}");

        var module = planned("sample.notes");

        assertThat(module.state()).isEqualTo(ModuleState.RESOLVED);
        assertThat(module.details())
                .containsExactly(
                        new PlanDetail("database", "notes"),
                        new PlanDetail("engine", "SQLite"),
                        new PlanDetail("tables", "note (2 columns)"));
    }

    @Test
    void aModuleWithoutTheAnnotationHasNoDatabase() {
        PluginSource.module("sample.none", "1.0")
                .descriptor(
                        "requires dev.tenon.database; provides dev.tenon.core.ModulePlugin with"
                                + " sample.none.Plugin;")
                .source(
                        "sample.none.Plugin",
                        "package sample.none; public class Plugin implements"
                                + " dev.tenon.core.ModulePlugin {}")
                .jar(plugins.resolve("none.jar"));

        assertThat(planned("sample.none").details()).isEmpty();
        assertThat(planned("sample.none").state()).isEqualTo(ModuleState.RESOLVED);
    }

    @Test
    void noCodeOfAModuleRunsForItsPlan() {
        add(
                "sample.loud",
                "name = \"loud\", entities = Loud.class",
                "@Entity class Loud { @Id long id = fail(); static { fail(); }"
                        + " static int fail() { System.setProperty(\"loud\", \"ran\"); return 1; } }");

        assertThat(planned("sample.loud").state()).isEqualTo(ModuleState.RESOLVED);
        assertThat(System.getProperty("loud")).isNull();
    }

    @Test
    void aSchemaInCodeIsShownAsSuchAndNotRun() {
        add(
                "sample.coded",
                "name = \"coded\", schema = Coded.class",
                "public static class Coded implements java.util.function.Supplier<dev.tenon.database"
                        + ".schema.Schema> { public dev.tenon.database.schema.Schema get() {"
                        + " throw new IllegalStateException(); } }");

        assertThat(planned("sample.coded").details())
                .contains(
                        new PlanDetail(
                                "tables",
                                "those that sample.coded.Plugin$Coded makes, known at the start"
                                        + " only"));
    }

    @Test
    void aSchemaInCodeThatCannotBeMadeIsAProblem() {
        add(
                "sample.coded",
                "name = \"coded\", schema = Coded.class",
                "static class Coded implements java.util.function.Supplier<dev.tenon.database"
                        + ".schema.Schema> { public dev.tenon.database.schema.Schema get() {"
                        + " throw new IllegalStateException(); } }");

        assertThat(problem("sample.coded").code()).isEqualTo(SchemaError.DECLARATION_INVALID);
    }

    @Test
    void whatAModuleNeedsOfTheEngineIsInThePlan() {
        add(
                "sample.needy",
                "name = \"needy\") @dev.tenon.database.engine.Requires("
                        + "{dev.tenon.database.engine.Capability.JSON,"
                        + " dev.tenon.database.engine.Capability.FULL_TEXT}",
                "");

        assertThat(planned("sample.needy").details())
                .contains(new PlanDetail("needs", "JSON, FULL_TEXT"));
    }

    @Test
    void theFormerNamesOfAModuleAreInThePlan() {
        add(
                "sample.anew",
                "name = \"old\", formerModules = {\"sample.older\", \"sample.old\"}",
                "");

        assertThat(planned("sample.anew").details())
                .contains(new PlanDetail("formerly", "sample.old, sample.older"));
    }

    @Test
    void anEngineThatLacksWhatAModuleNeedsIsRefusedInThePlan() {
        add(
                "sample.needy",
                "name = \"needy\") @dev.tenon.database.engine.Requires("
                        + "dev.tenon.database.engine.Capability.SEQUENCES",
                "");

        var onSqlite = problem("sample.needy");
        var onPostgres = planned("sample.needy", "tenon.database.needy.url", "jdbc:postgresql:x");

        assertThat(onSqlite.code()).isEqualTo(SchemaError.CAPABILITY_MISSING);
        assertThat(onSqlite.message())
                .isEqualTo(
                        "The module sample.needy cannot have its database 'needy' on SQLite."
                                + " It requires SEQUENCES, which the engine lacks: numbers from a"
                                + " sequence of its own (CREATE SEQUENCE). Move the database by the"
                                + " setting tenon.database.needy.url to an engine that has it, see"
                                + " docs/engines.md.");
        assertThat(onPostgres.state()).isEqualTo(ModuleState.RESOLVED);
        assertThat(onPostgres.details()).contains(new PlanDetail("engine", "PostgreSQL"));
    }

    @Test
    void theSettingOfOneDatabaseIsStrongerThanThatOfAll() {
        add("sample.a", "name = \"one\"", "");
        add("sample.b", "name = \"two\"", "");
        var settings =
                new String[] {
                    "tenon.database.url", "jdbc:postgresql:all",
                    "tenon.database.two.url", "jdbc:mariadb://localhost/two"
                };

        assertThat(planned("sample.a", settings).details())
                .contains(new PlanDetail("engine", "PostgreSQL"));
        assertThat(planned("sample.b", settings).details())
                .contains(new PlanDetail("engine", "MariaDB/MySQL"));
    }

    @Test
    void anAddressOfNoEngineIsAProblemThatDoesNotTellTheAddress() {
        add("sample.a", "name = \"one\"", "");

        var module = planned("sample.a", "tenon.database.one.url", "jdbc:db2://u:secret@h/one");

        assertThat(module.problems())
                .extracting(Problem::code)
                .containsExactly(DatabaseError.NO_ENGINE);
        assertThat(module.problems().getFirst().message())
                .contains("tenon.database.one.url, from the command line or the builder")
                .doesNotContain("secret");
    }

    @Test
    void whatTheEngineCannotDoOfTheTablesIsInThePlan() {
        add(
                "sample.keyed",
                "name = \"keyed\", entities = Keyed.class",
                "@Entity record Keyed(@Id String name) {}");

        var onMariaDb = planned("sample.keyed", "tenon.database.url", "jdbc:mariadb://h/keyed");

        assertThat(planned("sample.keyed").state()).isEqualTo(ModuleState.RESOLVED);
        assertThat(onMariaDb.state()).isEqualTo(ModuleState.FAILED);
        assertThat(onMariaDb.problems())
                .extracting(Problem::code)
                .containsExactly(SchemaError.ENGINE_CANNOT);
    }

    @Test
    void whatTheEngineNeedsWithoutADatabaseIsAProblem() {
        PluginSource.module("sample.none", "1.0")
                .descriptor(
                        "requires dev.tenon.database; provides dev.tenon.core.ModulePlugin with"
                                + " sample.none.Plugin;")
                .source(
                        "sample.none.Plugin",
                        "package sample.none; import dev.tenon.database.engine.*;"
                                + " @Requires(Capability.JSON) public class Plugin implements"
                                + " dev.tenon.core.ModulePlugin {}")
                .jar(plugins.resolve("none.jar"));

        assertThat(problem("sample.none").code()).isEqualTo(SchemaError.DECLARATION_INVALID);
    }

    @Test
    void theTablesOfTenonAreNotForModules() {
        add(
                "sample.greedy",
                "name = \"greedy\", entities = Greedy.class",
                "@Entity @Table(name = \"Tenon_Schema\") record Greedy(@Id long id) {}");

        assertThat(problem("sample.greedy").code()).isEqualTo(SchemaError.NAME_UNUSABLE);
    }

    @Test
    void twoModulesThatDeclareOneDatabaseAreBothRefused() {
        add("sample.a", "name = \"shared\"", "");
        add("sample.b", "name = \"shared\"", "");
        add("sample.c", "name = \"own\"", "");

        assertThat(problem("sample.a").code()).isEqualTo(SchemaError.DATABASE_TAKEN);
        assertThat(problem("sample.a").cause())
                .isEqualTo("These modules declare it: sample.a, sample.b.");
        assertThat(problem("sample.b").code()).isEqualTo(SchemaError.DATABASE_TAKEN);
        assertThat(planned("sample.c").state()).isEqualTo(ModuleState.RESOLVED);
    }

    @Test
    void namesThatDifferByCaseAreOne() {
        add("sample.a", "name = \"shared\"", "");
        add("sample.b", "name = \"Shared\"", "");

        assertThat(problem("sample.a").code()).isEqualTo(SchemaError.DATABASE_TAKEN);
        assertThat(planned("sample.b").problems())
                .extracting(Problem::code)
                .containsExactly(SchemaError.DATABASE_NAME, SchemaError.DATABASE_TAKEN);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ''
                    Notes
                    1notes
                    ../notes
                    no-tes
                    framework
                    postgres
                    pg_catalog
                    nul
                    notes notes
                    'a''b'
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    """)
    void aDatabaseNameThatIsNotSafeEverywhereIsRefused(String name) {
        add("sample.bad", "name = \"" + name + "\"", "");

        assertThat(problem("sample.bad").code()).isEqualTo(SchemaError.DATABASE_NAME);
    }

    @Test
    void everyProblemOfAnEntityIsInThePlanAtOnce() {
        add(
                "sample.wrong",
                "name = \"wrong\", entities = {Wrong.class, String.class, Plain.class}",
                """
                @Entity record Wrong(String title, java.util.List<String> tags, Thread thread,
                        @ManyToOne String owner, @Embedded Object place) {}
                record Plain(@Id long id) {}
                """);

        assertThat(planned("sample.wrong").problems())
                .allMatch(p -> p.code() == SchemaError.ENTITY_INVALID)
                .extracting(Problem::cause)
                .containsExactly(
                        "Its attribute tags is a java.util.List, for which there is no column.",
                        "Its attribute thread is a java.lang.Thread, for which there is no column.",
                        "Its attribute owner has to refer to an entity of the module with one @Id:"
                                + " name it as the attribute's type or as targetEntity.",
                        "Its attribute place is embedded, but java.lang.Object has no annotation"
                                + " @Embeddable.",
                        "It has no attribute with @Id.",
                        "The module has no such class.",
                        "It has no annotation @Entity.");
    }

    @Test
    void whatTheTablesOfEntitiesGetWrongTogetherIsInThePlan() {
        add(
                "sample.tables",
                "name = \"tables\", entities = {A.class, B.class, C.class}",
                """
                @Entity @Table(name = "same") record A(@Id long id, @Column(length = 0) String name) {}
                @Entity @Table(name = "SAME") record B(@Id String id) {}
                @Entity @Table(indexes = @Index(columnList = "nothing"))
                record C(@Id @GeneratedValue String id) {}
                """);

        assertThat(planned("sample.tables").problems())
                .extracting(p -> p.code())
                .containsExactlyInAnyOrder(
                        SchemaError.DUPLICATE_NAME,
                        SchemaError.TYPE_INVALID,
                        SchemaError.KEY_INVALID,
                        SchemaError.COLUMN_UNKNOWN);
    }

    private void add(String module, String declaration, String body) {
        PluginSource.module(module, "1.0")
                .descriptor(
                        "requires dev.tenon.database; provides dev.tenon.core.ModulePlugin with "
                                + module
                                + ".Plugin;")
                .source(
                        module + ".Plugin",
                        "package "
                                + module
                                + "; import jakarta.persistence.*; @dev.tenon.database.Database("
                                + declaration
                                        .replaceAll(
                                                "(?<![.\\w])([A-Z]\\w*)\\.class", "Plugin.$1.class")
                                        .replace("Plugin.String.class", "String.class")
                                + ") public class Plugin implements dev.tenon.core.ModulePlugin {"
                                + body
                                + "}")
                .jar(plugins.resolve(module + ".jar"));
    }

    /**
     * @param settings names and values by turns
     */
    private PlannedModule planned(String module, String... settings) {
        var builder = Host.builder().plugins(plugins);
        for (int i = 0; i < settings.length; i += 2) {
            builder.setting(settings[i], settings[i + 1]);
        }
        return builder.plan().modules().stream()
                .filter(m -> m.name().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private Problem problem(String module) {
        var planned = planned(module);
        assertThat(planned.state()).isEqualTo(ModuleState.FAILED);
        List<Problem> problems = planned.problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }
}
