package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Result;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of a module that has migrations alone: what is served is what is there. */
class LiveTablesTest {

    @TempDir Path temp;

    private CrudHost migrated(RealEngine engine) throws SQLException {
        return CrudHost.start(
                engine,
                temp,
                "sample.live",
                Plugins.plugin("sample.live", "@Database(name = \"live\")", "")
                        .resource(
                                "migrations/V1__item.sql",
                                "create table item(id integer primary key, name varchar(20) not"
                                        + " null);"),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreWrittenAndRead(RealEngine engine) throws SQLException {
        try (var host = migrated(engine)) {
            var items = host.table("item");
            items.create(Map.of("id", 1, "name", "a")).orElseThrow();
            assertThat(items.read(RowQuery.all()).orElseThrow().rows()).hasSize(1);
            assertThat(host.database().tables().orElseThrow()).contains("item");
            assertThat(host.database().tables().orElseThrow())
                    .noneMatch(t -> t.startsWith("tenon_"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesMeanwhileIsSeen(RealEngine engine) throws SQLException {
        try (var host = migrated(engine)) {
            var items = host.table("item");
            items.create(Map.of("id", 1, "name", "a")).orElseThrow();
            failure(items.patch(RowKey.of(1), Map.of("colour", "x")), CrudError.INVALID_VALUES);
            failure(host.table("later").schema(), CrudError.TABLE_NOT_FOUND);
            run(host, "alter table item add column colour varchar(10)");
            run(host, "create table later(id integer primary key)");

            assertThat(
                            items.patch(RowKey.of(1), Map.of("colour", "red"))
                                    .orElseThrow()
                                    .get("colour"))
                    .isEqualTo("red");
            assertThat(host.table("later").create(Map.of("id", 1)).isSuccess()).isTrue();
            run(host, "alter table later add column colour varchar(10)");
            assertThat(host.table("later").schema().orElseThrow().table().columns()).hasSize(2);
            assertThat(host.table("later").find(RowKey.of(1)).orElseThrow().columns())
                    .containsExactly("id", "colour");
            run(host, "drop table later");
            assertThat(host.table("later").read(RowQuery.all()).isSuccess()).isFalse();
            failure(host.table("later").read(RowQuery.all()), CrudError.TABLE_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatHoldsSomethingElseMeanwhileIsReadAsThat(RealEngine engine) throws SQLException {
        try (var host = migrated(engine)) {
            run(host, "create table later(id integer primary key, amount bigint)");
            var later = host.table("later");
            later.create(Map.of("id", 1, "amount", 7)).orElseThrow();
            run(host, "drop table later");
            run(host, "create table later(id integer primary key, amount text)");
            run(host, "insert into later(id, amount) values (1, 'seven')");

            assertThat(later.find(RowKey.of(1)).isSuccess()).isFalse();
            assertThat(later.find(RowKey.of(1)).orElseThrow().get("amount")).isEqualTo("seven");
        }
    }

    /** MariaDB has no keys that the commit looks at. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    void aBulkFailsAsAWholeWhereOnlyTheCommitFindsAFlaw(RealEngine engine) throws SQLException {
        try (var host = migrated(engine)) {
            run(
                    host,
                    "create table part(id integer primary key, item_id integer references item(id)"
                            + " deferrable initially deferred)");
            host.table("item").create(Map.of("id", 1, "name", "a")).orElseThrow();
            var parts = host.table("part");
            var report =
                    parts.bulk(
                            BulkMode.EACH,
                            List.of(
                                    RowChange.create(Map.of("id", 1, "item_id", 1)),
                                    RowChange.create(Map.of("id", 2, "item_id", 9))));

            assertThat(report).isInstanceOf(Result.Failure.class);
            assertThat(((Result.Failure<?>) report).error().code())
                    .isEqualTo(DatabaseError.FOREIGN_KEY);
            assertThat(parts.read(RowQuery.all()).orElseThrow().rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownNamesOfSomeDisturbNoOthers(RealEngine engine) throws SQLException {
        try (var host = migrated(engine)) {
            var items = host.table("item");
            var asked =
                    IntStream.range(0, 400)
                            .mapToObj(i ->
                                    items.async(t ->
                                            t.read(
                                                    i % 2 == 0
                                                            ? RowQuery.all()
                                                            : RowQuery.all().columns("colour"))))
                            .toList();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).join().isSuccess()).isEqualTo(i % 2 == 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void cursorsStandAtWhateverOthersHaveWritten(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.live",
                        Plugins.plugin("sample.live", "@Database(name = \"live\")", "")
                                .resource(
                                        "migrations/V1__odd.sql",
                                        "create table odd(id integer primary key, t timestamp, word"
                                                + " varchar(3));"),
                        Map.of())) {
            run(
                    host,
                    switch (engine) {
                        case SQLITE -> "insert into odd values (1, 'soon', 'longer'), (2, -1, '')";
                        case POSTGRESQL ->
                                "insert into odd(id, t) values (1, 'infinity'), (2, '0044-03-15 BC'),"
                                        + " (3, '-infinity'), (4, '20000-01-01')";
                        case MARIADB -> "insert into odd(id, t) values (1, 0), (2, '2001-02-03')";
                    });
            for (String column : List.of("t", "word")) {
                var query = RowQuery.all().sort(SortColumn.descending(column)).size(1);
                var page = host.table("odd").read(query).orElseThrow();
                var seen = new ArrayList<>(page.rows());
                while (page.next().isPresent()) {
                    page = host.table("odd").read(query.cursor(page.next().get())).orElseThrow();
                    seen.addAll(page.rows());
                }
                assertThat(seen)
                        .doesNotHaveDuplicates()
                        .isEqualTo(host.table("odd").read(query.size(9)).orElseThrow().rows());
            }
        }
    }

    /** What the text is compared with may be compared without case by the database. */
    @Test
    void aConditionOverTextsIsLeftToTheCollation() throws SQLException {
        try (var host =
                CrudHost.start(
                        RealEngine.SQLITE,
                        temp,
                        "sample.live",
                        Plugins.plugin("sample.live", "@Database(name = \"live\")", "")
                                .resource(
                                        "migrations/V1__word.sql",
                                        "create table word(id integer primary key, word text collate"
                                                + " nocase check (word in ('Yes', 'No')));"),
                        Map.of())) {
            assertThat(host.table("word").create(Map.of("id", 1, "word", "yes")).isSuccess())
                    .isTrue();
            failure(
                    host.table("word").create(Map.of("id", 2, "word", "maybe")),
                    CrudError.INVALID_VALUES);
        }
    }

    /** Its collation sees no accents: what Java would find broken is not. */
    @Test
    void aConditionOverTextsOfMariaDbIsLeftToIt() throws SQLException {
        try (var host =
                CrudHost.start(
                        RealEngine.MARIADB,
                        temp,
                        "sample.live",
                        Plugins.plugin("sample.live", "@Database(name = \"live\")", "")
                                .resource(
                                        "migrations/V1__word.sql",
                                        "create table word(id integer primary key, word varchar(9)"
                                                + " collate utf8mb4_general_ci, check (word = 'Yes'),"
                                                + " check (word <> \"word\"), check (length(word) = 4"
                                                + " and id > 0));"),
                        Map.of())) {
            var words = host.table("word");
            assertThat(words.create(Map.of("id", 1, "word", "Yés")).isSuccess()).isTrue();
            assertThat(words.create(Map.of("id", 2, "word", "No")).isSuccess()).isFalse();
        }
    }

    private static void run(CrudHost host, String statement) {
        var _ = host.sessions().write(s -> s.execute(statement));
    }
}
