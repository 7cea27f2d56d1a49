package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.RealEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names and values that somebody has written to do harm. */
class HostileNamesTest {

    private static final String TABLE = "näme \"; drop table book; --";
    private static final String KEY = "sel ect?:x";
    private static final String TEXT = "a\"b' -- ü";
    private static final List<String> ATTEMPTS =
            List.of(
                    "1=1; drop table book",
                    "id\" or \"1\"=\"1",
                    "id -- ",
                    "id) or 1=1 --",
                    "*",
                    "",
                    "\0",
                    "\"id\"",
                    "ID",
                    "book.id",
                    "(select word from secret)");

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void aTableWithTheWorstNamesIsATableLikeOthers(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table(TABLE);
            table.create(Map.of(KEY, 1, TEXT, "'; drop table book; --")).orElseThrow();
            table.upsert(Map.of(KEY, 1, TEXT, "x")).orElseThrow();
            table.bulk(
                            BulkMode.ALL_OR_NOTHING,
                            List.of(
                                    RowChange.create(Map.of(KEY, 2, TEXT, "y")),
                                    RowChange.create(Map.of(KEY, 3, TEXT, "z"))))
                    .orElseThrow();
            var query = RowQuery.all().sort(SortColumn.descending(TEXT).ignoringCase()).size(2);
            var first = table.read(query.where(Filter.ge(TEXT, "x"))).orElseThrow();
            var second =
                    table.read(query.where(Filter.ge(TEXT, "x")).cursor(first.next().orElseThrow()))
                            .orElseThrow();

            assertThat(first.rows()).hasSize(2);
            assertThat(second.rows()).singleElement().extracting(r -> r.get(KEY)).isEqualTo(1);
            assertThat(table.patch(RowKey.of(1), Map.of(TEXT, "w")).isSuccess()).isTrue();
            assertThat(table.delete(RowKey.of(1)).isSuccess()).isTrue();
            assertThat(host.table("book").schema().isSuccess()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherNameReachesTheDatabase(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var publishers = host.table("publisher");
            publishers.create(Map.of("name", "kept")).orElseThrow();
            for (String attempt : ATTEMPTS) {
                failure(host.table(attempt).read(RowQuery.all()), CrudError.TABLE_NOT_FOUND);
                for (RowQuery query :
                        List.of(
                                RowQuery.all().columns(attempt),
                                RowQuery.all().sort(SortColumn.ascending(attempt)),
                                RowQuery.all().where(Filter.isNull(attempt)),
                                RowQuery.all().where(Filter.like(attempt, "%")))) {
                    failure(publishers.read(query), CrudError.COLUMN_NOT_FOUND);
                }
                failure(publishers.create(Map.of(attempt, "x")), CrudError.INVALID_VALUES);
                failure(
                        publishers.patch(RowKey.of(1), Map.of(attempt, "x")),
                        CrudError.INVALID_VALUES);
                failure(
                        publishers.read(RowQuery.all().expand(attempt)),
                        CrudError.INVALID_EXPANSION);
                failure(publishers.find(RowKey.of(attempt)), CrudError.INVALID_KEY);
                failure(publishers.read(RowQuery.all().cursor(attempt)), CrudError.INVALID_CURSOR);
                assertThat(
                                publishers
                                        .read(
                                                RowQuery.all()
                                                        .where(Filter.eq("name", clean(attempt))))
                                        .orElseThrow()
                                        .rows())
                        .isEmpty();
            }
            assertThat(publishers.read(RowQuery.all()).orElseThrow().rows()).hasSize(1);
            var stillThere = host.table("book").read(RowQuery.all()).orElseThrow();
            assertThat(stillThere.rows()).isEmpty();
        }
    }

    /** A zero is refused as a value, for it is none on PostgreSQL. */
    private static String clean(String attempt) {
        return attempt.replace("\0", "");
    }
}
