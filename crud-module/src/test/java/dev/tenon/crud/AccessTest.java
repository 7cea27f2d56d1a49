package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.ModuleState;
import dev.tenon.core.error.Result;
import dev.tenon.core.error.TenonException;
import dev.tenon.core.host.Host;
import dev.tenon.core.service.ServiceKey;
import dev.tenon.crud.error.BulkException;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.fixtures.PluginSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which tables are served to whom. */
class AccessTest {

    private static final String MARKS =
            " @TableAccess(hidden = \"secret\", readOnly = {\"fixed\", \"publisher\"})";

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void hiddenTablesAreAsUnknownAndReadOnlyOnesAreRead(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.library",
                        Plugins.library(MARKS),
                        Map.of("tenon.crud.library.hidden", "loose"))) {
            for (CrudDatabase database : List.of(host.database(), host.own().database("library"))) {
                assertThat(database.tables().orElseThrow()).doesNotContain("secret", "loose");
                failure(database.table("secret").read(RowQuery.all()), CrudError.TABLE_NOT_FOUND);
                assertThat(
                                failure(
                                        database.table("loose").create(Map.of("number", 1)),
                                        CrudError.TABLE_NOT_FOUND))
                        .hasMessageNotContaining("secret");
                var fixed = database.table("fixed");
                assertThat(fixed.schema().orElseThrow().isReadOnly()).isTrue();
                assertThat(fixed.read(RowQuery.all()).isSuccess()).isTrue();
                failure(fixed.create(Map.of("id", 1, "word", "x")), CrudError.READ_ONLY);
                failure(fixed.upsert(Map.of("id", 1, "word", "x")), CrudError.READ_ONLY);
                failure(fixed.patch(RowKey.of(1), Map.of()), CrudError.READ_ONLY);
                failure(fixed.delete(RowKey.of(1)), CrudError.READ_ONLY);
                failure(fixed.bulk(BulkMode.EACH, List.of()), CrudError.READ_ONLY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noForeignKeyTellsOfAHiddenTable(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.library",
                        Plugins.library(" @TableAccess(hidden = \"publisher\")"),
                        Map.of())) {
            assertThat(host.table("author").schema().orElseThrow().table().foreignKeys()).isEmpty();
            assertThat(host.table("book").schema().orElseThrow().table().foreignKeys()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anObjectIsFoundWithoutTheRowsOfHiddenTables(RealEngine engine) throws Exception {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.shelf",
                        Plugins.plugin(
                                "sample.shelf",
                                "@Database(name = \"shelf\", entities = {Main.Author.class,"
                                        + " Main.Book.class}) @TableAccess(hidden = {\"author\","
                                        + " \"book_tags\"})",
                                """
                                @Entity public record Author(@Id long id, String name) {}
                                @Entity public record Book(@Id long id, String title,
                                        @ManyToOne Author author, @ManyToOne Book before,
                                        @ElementCollection
                                        @jakarta.persistence.Column(length = 9) Set<String> tags) {}
                                """),
                        Map.of())) {
            for (String statement :
                    List.of(
                            "insert into author(id, name) values (1, 'Ada')",
                            "insert into book(id, title, author_id) values (1, 'One', 1)",
                            "insert into book(id, title, author_id, before_id)"
                                    + " values (2, 'Two', 1, 1)",
                            "insert into book_tags(book_id, tags) values (2, 'blue')")) {
                var _ = host.sessions().write(s -> s.execute(statement));
            }
            var main = host.host().services().get(ServiceKey.of(Class.class, host.module()));
            var type = Class.forName(main.getName() + "$Book", true, main.getClassLoader());
            for (Object seen :
                    List.of(
                            host.service().find(type, 2L).orElseThrow(),
                            host.service().update(type, 2L, Map.of("title", "Two")).orElseThrow(),
                            host.service().delete(type, 2L).orElseThrow())) {
                assertThat(seen)
                        .hasToString(
                                "Book[id=2, title=Two, author=null, before=Book[id=1, title=One,"
                                        + " author=null, before=null, tags=[]], tags=[]]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFailureNamesAHiddenTable(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.library",
                        Plugins.library(" @TableAccess(hidden = {\"publisher\", \"book\"})"),
                        Map.of())) {
            var authors = host.table("author");
            var ada = authors.create(Map.of("name", "Ada")).orElseThrow().key().orElseThrow();
            var _ =
                    host.sessions()
                            .write(s ->
                                    s.execute(
                                            "insert into book(title, author_id) values ('x', ?)",
                                            ada.values().getFirst()));
            var deleted = RowChange.delete(ada);
            var bulk =
                    (BulkException) told(authors.bulk(BulkMode.ALL_OR_NOTHING, List.of(deleted)));
            var each = authors.bulk(BulkMode.EACH, List.of(deleted)).orElseThrow();
            for (TenonException error :
                    List.of(
                            told(authors.delete(ada)),
                            told(authors.create(Map.of("name", "x", "publisher_id", 99))),
                            bulk.failure(),
                            each.outcomes().getFirst().failure().orElseThrow())) {
                assertThat(error.code()).isEqualTo(DatabaseError.FOREIGN_KEY);
                assertThat(((ConstraintViolationException) error).table())
                        .isNotEqualTo(Optional.of("book"));
                assertThat(everything(error)).doesNotContain("publisher", "book");
            }
            assertThat(everything(bulk)).doesNotContain("publisher", "book");
        }
    }

    /** Also what its causes say; the column of the table that is shown has the name in its own. */
    private static String everything(TenonException error) {
        var said = new StringWriter();
        error.printStackTrace(new PrintWriter(said));
        return said.toString()
                .lines()
                .filter(line -> !line.strip().startsWith("at "))
                .collect(Collectors.joining())
                .replace("publisher_id", "");
    }

    private static TenonException told(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Failure.class);
        return ((Result.Failure<?>) result).error();
    }

    @ParameterizedTest
    @EnumSource
    void anObjectWithAReadOnlyCollectionNeitherComesNorGoes(RealEngine engine) throws Exception {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.tagged",
                        Plugins.plugin(
                                "sample.tagged",
                                "@Database(name = \"tagged\", entities = Main.Tagged.class)"
                                        + " @TableAccess(readOnly = \"tagged_tags\")",
                                "@Entity public record Tagged(@Id long id, String name,"
                                        + " @ElementCollection"
                                        + " @jakarta.persistence.Column(length = 20)"
                                        + " Set<String> tags) {}"),
                        Map.of())) {
            var main = host.host().services().get(ServiceKey.of(Class.class, host.module()));
            var type = Class.forName(main.getName() + "$Tagged", true, main.getClassLoader());
            var object = type.getConstructors()[0].newInstance(1L, "a", Set.of("x"));
            failure(host.service().create(object), CrudError.READ_ONLY);

            var _ =
                    host.sessions()
                            .write(s -> s.execute("insert into tagged(id, name) values (1, 'a')"));
            failure(host.service().delete(type, 1L), CrudError.READ_ONLY);
            assertThat(host.service().update(type, 1L, Map.of("name", "b")).isSuccess()).isTrue();
        }
    }

    @Test
    void everythingCanBeReadOnly() throws SQLException {
        try (var host =
                CrudHost.start(
                        RealEngine.SQLITE,
                        temp,
                        "sample.library",
                        Plugins.library(""),
                        Map.of("tenon.crud.library.read-only", "*"))) {
            failure(host.table("author").create(Map.of("name", "x")), CrudError.READ_ONLY);
        }
    }

    @Test
    void aMarkOfATableThatIsNotThereKeepsTheModuleFromStarting() throws SQLException {
        refused(
                Plugins.library(" @TableAccess(hidden = \"secrets\")"),
                Map.of(),
                "@TableAccess",
                "Was secret meant?");
        refused(
                Plugins.library(""),
                Map.of("tenon.crud.library.read-only", "boook"),
                "tenon.crud.library.read-only",
                "Was book meant?");
        // Of entities it is known when the start is planned.
        refused(
                Plugins.plugin(
                        "sample.library",
                        "@Database(name = \"library\", entities = Main.Item.class)"
                                + " @TableAccess(readOnly = \"items\")",
                        "@Entity public record Item(@Id long id) {}"),
                Map.of(),
                "@TableAccess",
                "Was item meant?");
    }

    private void refused(PluginSource plugin, Map<String, String> settings, String... texts) {
        var folder = temp.resolve(Integer.toHexString(plugin.hashCode()));
        var _ = plugin.jar(folder.resolve("plugins").resolve("library.jar"));
        try (var host = CrudHost.builder(folder, settings).start()) {
            assertThat(host.module("sample.library").state()).isEqualTo(ModuleState.FAILED);
            assertThat(host.module("sample.library").error().orElseThrow().toString())
                    .contains("DB-CRUD-015")
                    .contains(texts);
        }
    }

    @Test
    void aModuleSeesItsOwnDatabaseAndTheServiceForAllSeesBoth() throws SQLException {
        var plugins = temp.resolve("plugins");
        var _ =
                Plugins.plugin(
                                "sample.one",
                                "@Database(name = \"one\", entities = Main.Item.class)",
                                "@Entity public record Item(@Id long id) {}")
                        .jar(plugins.resolve("one.jar"));
        var _ =
                Plugins.plugin(
                                "sample.two",
                                "@Database(name = \"two\", entities = Main.Item.class)",
                                "@Entity public record Item(@Id long id) {}")
                        .jar(plugins.resolve("two.jar"));
        // Has a database, and does not require CRUD.
        var _ =
                PluginSource.module("sample.three", "1.0")
                        .descriptor(
                                "requires dev.tenon.database; exports sample.three; provides"
                                        + " dev.tenon.core.ModulePlugin with sample.three.Main;")
                        .source(
                                "sample.three.Main",
                                "package sample.three; @dev.tenon.database.Database(name ="
                                        + " \"three\") public class Main implements"
                                        + " dev.tenon.core.ModulePlugin {}")
                        .jar(plugins.resolve("three.jar"));
        try (var host = CrudHost.builder(temp, Map.of()).start()) {
            assertThat(host.module("sample.three").state())
                    .as("%s", host.module("sample.three").error())
                    .isEqualTo(ModuleState.STARTED);
            assertThat(service(host, CrudService.NAME).databases()).containsExactly("one", "two");
            assertThat(service(host, "sample.one").databases()).containsExactly("one");
            failure(
                    service(host, "sample.one").database("two").table("item").read(RowQuery.all()),
                    CrudError.DATABASE_NOT_FOUND);
        }
    }

    private static CrudService service(Host host, String name) {
        return host.services().get(ServiceKey.of(CrudService.class, name));
    }
}
