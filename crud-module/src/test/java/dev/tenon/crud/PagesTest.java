package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pages of rows by number and by cursor. */
class PagesTest {

    @TempDir Path temp;

    private static void fill(CrudTable table, int rows) {
        var changes = new ArrayList<RowChange>();
        for (int i = 1; i <= rows; i++) {
            var values = new HashMap<String, Object>();
            values.put("id", i);
            values.put("whole", i % 4 == 0 ? null : i % 4);
            values.put("text", i % 3 == 0 ? "Word" : i % 3 == 1 ? "word" : null);
            values.put("moment", "2026-01-01T00:00:0" + i % 7 + "Z");
            changes.add(RowChange.create(values));
        }
        table.bulk(BulkMode.ALL_OR_NOTHING, changes).orElseThrow();
    }

    private static List<Object> ids(RowPage page) {
        return page.rows().stream().map(r -> r.get("id")).toList();
    }

    /** Reads on by cursors to the end, and back to the beginning. */
    private static void walk(CrudTable table, RowQuery query) {
        var whole = ids(table.read(query.size(100)).orElseThrow());
        var forward = new ArrayList<Object>();
        var backward = new ArrayList<Object>();
        var page = table.read(query.size(7)).orElseThrow();
        assertThat(page.hasPrevious()).isFalse();
        forward.addAll(ids(page));
        while (page.next().isPresent()) {
            page = table.read(query.size(7).cursor(page.next().get())).orElseThrow();
            forward.addAll(ids(page));
        }
        assertThat(forward).as("%s", query).isEqualTo(whole);
        assertThat(page.hasNext()).isFalse();
        backward.addAll(0, ids(page));
        while (page.previous().isPresent()) {
            page = table.read(query.size(7).cursor(page.previous().get())).orElseThrow();
            backward.addAll(0, ids(page));
        }
        assertThat(backward).as("back: %s", query).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void cursorsVisitEachRowOnceInEveryOrderAndBackAgain(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            fill(table, 45);
            var by = new ArrayList<SortColumn>();
            for (String column : List.of("whole", "text", "moment", "id")) {
                by.add(SortColumn.ascending(column));
                by.add(SortColumn.descending(column));
            }
            by.add(SortColumn.ascending("text").ignoringCase());
            by.add(SortColumn.descending("text").ignoringCase());
            for (SortColumn first : by) {
                walk(table, RowQuery.all().sort(first));
                for (SortColumn second : by) {
                    if (!second.column().equals(first.column())) {
                        walk(
                                table,
                                RowQuery.all()
                                        .sort(first, second)
                                        .columns("id")
                                        .where(Filter.gt("id", 3)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatComeMeanwhileMoveNoPage(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var pairs = host.table("pair");
            for (int i = 10; i < 20; i++) {
                pairs.create(Map.of("a", i, "b", "x")).orElseThrow();
            }
            var first = pairs.read(RowQuery.all().size(5)).orElseThrow();
            pairs.create(Map.of("a", 1, "b", "before")).orElseThrow();
            pairs.create(Map.of("a", 15, "b", "behind")).orElseThrow();
            pairs.delete(RowKey.of(14, "x")).orElseThrow();

            var second =
                    pairs.read(RowQuery.all().size(6).cursor(first.next().orElseThrow()))
                            .orElseThrow();

            assertThat(second.rows().stream().map(r -> r.get("a")))
                    .containsExactly(15, 15, 16, 17, 18, 19);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesByNumberAreCounted(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            fill(table, 25);
            var query = RowQuery.all().size(10).count(CountMode.EXACT);
            var third = table.read(query.page(3)).orElseThrow();

            assertThat(ids(third)).containsExactly(21, 22, 23, 24, 25);
            assertThat(third.total()).hasValue(25);
            assertThat(third.hasNext()).isFalse();
            assertThat(third.hasPrevious()).isTrue();
            assertThat(table.read(query.page(4)).orElseThrow().rows()).isEmpty();
            assertThat(table.read(query.where(Filter.le("id", 4))).orElseThrow().total())
                    .hasValue(4);
            assertThat(table.read(RowQuery.all().count(CountMode.ESTIMATED)).orElseThrow().total())
                    .hasValue(25);
            assertThat(table.read(RowQuery.all()).orElseThrow().total()).isEmpty();
            for (RowQuery wrong :
                    List.of(
                            query.page(0),
                            query.page(-1),
                            query.page(Long.MAX_VALUE),
                            query.size(0),
                            query.size(1001))) {
                failure(table.read(wrong), CrudError.INVALID_PAGE);
            }
        }
    }

    /** MariaDB counts as it writes. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MARIADB")
    void numbersOfRowsThatAreFarApartAreNoEstimate(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var publishers = host.table("publisher");
            for (long id : new long[] {Long.MIN_VALUE, 1, Long.MAX_VALUE}) {
                var _ =
                        host.sessions()
                                .write(s ->
                                        s.execute(
                                                "insert into publisher(id, name) values (?, ?)",
                                                id,
                                                "p" + id));
            }
            assertThat(publishers.schema().orElseThrow().estimatedRows()).isEmpty();
            assertThat(
                            publishers
                                    .read(RowQuery.all().count(CountMode.ESTIMATED))
                                    .orElseThrow()
                                    .total())
                    .hasValue(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cursorsSurviveARestart(RealEngine engine) throws SQLException, IOException {
        var host = CrudHost.library(engine, temp);
        try {
            fill(host.table("everything"), 20);
            var query = RowQuery.all().size(5);
            var next = host.table("everything").read(query).orElseThrow().next().orElseThrow();
            host = host.restarted();

            assertThat(ids(host.table("everything").read(query.cursor(next)).orElseThrow()))
                    .containsExactly(6, 7, 8, 9, 10);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            temp.resolve("data").resolve("cursor.key"))))
                    .isEqualTo("rw-------");
        } finally {
            host.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorOfAnotherQueryOrAChangedOneIsTold(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            fill(table, 20);
            var query = RowQuery.all().size(5).where(Filter.gt("id", 1));
            var next = table.read(query).orElseThrow().next().orElseThrow();

            assertThat(table.read(query.size(3).cursor(next)).isSuccess()).isTrue();
            for (RowQuery other :
                    List.of(
                            RowQuery.all(),
                            query.where(Filter.gt("id", 2)),
                            query.where(Filter.ge("id", 1)),
                            query.sort(SortColumn.descending("id")))) {
                failure(table.read(other.cursor(next)), CrudError.INVALID_CURSOR);
            }
            var bytes = Base64.getUrlDecoder().decode(next);
            for (int i = 0; i < bytes.length; i++) {
                var changed = bytes.clone();
                changed[i] ^= 1;
                failure(
                        table.read(query.cursor(Base64.getUrlEncoder().encodeToString(changed))),
                        CrudError.INVALID_CURSOR);
            }
            for (String nonsense : List.of("", "x", "' or 1=1 --", "AAAA", next + "AAAA")) {
                failure(table.read(query.cursor(nonsense)), CrudError.INVALID_CURSOR);
            }
            failure(host.table("author").read(query.cursor(next)), CrudError.INVALID_CURSOR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostsThatShareAKeyShareCursors(RealEngine engine) throws SQLException {
        var key = Map.of("tenon.crud.cursor-key", "a key of some length");
        var cursor = Optional.<String>empty();
        for (String folder : List.of("one", "other")) {
            try (var host =
                    CrudHost.start(
                            engine,
                            temp.resolve(folder),
                            "sample.library",
                            Plugins.library(""),
                            key)) {
                fill(host.table("everything"), 8);
                var query = RowQuery.all().size(5);
                if (cursor.isPresent()) {
                    assertThat(
                                    host.table("everything")
                                            .read(query.cursor(cursor.get()))
                                            .isSuccess())
                            .isTrue();
                }
                cursor = host.table("everything").read(query).orElseThrow().next();
                assertThat(temp.resolve(folder).resolve("data").resolve("cursor.key"))
                        .doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableWithoutKeyHasPagesByNumberAlone(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var loose = host.table("loose");
            for (int i = 0; i < 5; i++) {
                loose.create(Map.of("number", i)).orElseThrow();
            }
            var query = RowQuery.all().size(3).sort(SortColumn.ascending("number"));
            var first = loose.read(query).orElseThrow();
            assertThat(first.hasNext()).isTrue();
            assertThat(first.next()).isEmpty();
            assertThat(loose.read(query.page(2)).orElseThrow().rows()).hasSize(2);
            failure(loose.read(query.cursor("x")), CrudError.NO_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheWantedColumnsAreThere(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            fill(host.table("everything"), 3);
            var row =
                    host.table("everything")
                            .read(
                                    RowQuery.all()
                                            .columns("text", "whole")
                                            .sort(SortColumn.descending("moment")))
                            .orElseThrow()
                            .rows()
                            .getFirst();
            assertThat(row.columns()).containsExactly("text", "whole");
            assertThat(row.key()).contains(RowKey.of(3));
            assertThat(row.hash()).isEmpty();
            failure(
                    host.table("everything")
                            .read(RowQuery.all().sort(SortColumn.ascending("json"))),
                    CrudError.INVALID_SORT);
            failure(
                    host.table("everything")
                            .read(RowQuery.all().sort(SortColumn.ascending("id").ignoringCase())),
                    CrudError.INVALID_SORT);
        }
    }
}
