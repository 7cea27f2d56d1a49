package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Result;
import dev.tenon.crud.error.BulkException;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.RowChangedException;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.database.error.DatabaseError;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes that fail because of others, and many changes at once. */
class ChangesTest {

    @TempDir Path temp;

    private static void increment(CrudTable table) {
        while (true) {
            var row = table.find(RowKey.of(1)).orElseThrow();
            long next = row.get("great", Long.class).orElseThrow() + 1;
            var patched = table.patch(RowKey.of(1), Map.of("great", next), row.unchanged());
            if (patched.isSuccess()) {
                return;
            }
            failure(patched, CrudError.ROW_CHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHundredChangesAtOnceLoseNothing(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            table.create(Map.of("id", 1, "great", 0)).orElseThrow();
            var running =
                    IntStream.range(0, 100)
                            .mapToObj(_ ->
                                    table.async(t -> {
                                        increment(t);
                                        return true;
                                    }))
                            .toList();
            running.forEach(CompletableFuture::join);

            assertThat(table.find(RowKey.of(1)).orElseThrow().get("great")).isEqualTo(100L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatWasChangedIsNotChangedAgainUnseen(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            var read = table.create(Map.of("id", 1, "text", "a")).orElseThrow();
            var now = table.patch(RowKey.of(1), Map.of("text", "b")).orElseThrow();

            for (Result<TableRow> late :
                    List.of(
                            table.patch(RowKey.of(1), Map.of("text", "c"), read.unchanged()),
                            table.update(RowKey.of(1), Map.of("text", "c"), read.unchanged()),
                            table.patch(RowKey.of(1), Map.of(), read.unchanged()),
                            table.delete(RowKey.of(1), read.unchanged()))) {
                var error = (RowChangedException) failure(late, CrudError.ROW_CHANGED);
                assertThat(now.hash()).contains(error.currentHash());
            }
            assertThat(table.delete(RowKey.of(1), now.unchanged()).orElseThrow()).isEqualTo(now);
            failure(table.delete(RowKey.of(1), now.unchanged()), CrudError.ROW_NOT_FOUND);
            failure(table.delete(RowKey.of(1), RowMatch.version(1)), CrudError.INVALID_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBulkThatFailsLeavesNothing(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var publishers = host.table("publisher");
            var changes = new ArrayList<RowChange>();
            for (int i = 0; i < 700; i++) {
                changes.add(RowChange.create(Map.of("name", "p" + (i == 650 ? 3 : i))));
            }
            var failed = publishers.bulk(BulkMode.ALL_OR_NOTHING, changes);

            var error = (BulkException) failure(failed, CrudError.BULK_FAILED);
            assertThat(error.row()).isEqualTo(650);
            assertThat(error.failure().code()).isEqualTo(DatabaseError.UNIQUE);
            assertThat(publishers.read(RowQuery.all()).orElseThrow().rows()).isEmpty();
            changes.remove(650);
            assertThat(publishers.bulk(BulkMode.ALL_OR_NOTHING, changes).orElseThrow().done())
                    .isEqualTo(699);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachChangeOfABulkHasItsOwnOutcome(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var pairs = host.table("pair");
            pairs.create(Map.of("a", 1, "b", "x")).orElseThrow();
            var report =
                    pairs.bulk(
                                    BulkMode.EACH,
                                    List.of(
                                            RowChange.create(Map.of("a", 2, "b", "x")),
                                            RowChange.create(Map.of("a", 1, "b", "x")),
                                            RowChange.patch(
                                                    RowKey.of(1, "x"), Map.of("value", "v")),
                                            RowChange.create(Map.of("a", "one")),
                                            RowChange.delete(RowKey.of(9, "x")),
                                            RowChange.delete(RowKey.of(1)),
                                            RowChange.upsert(
                                                    Map.of("a", 2, "b", "x", "value", "w")),
                                            RowChange.update(RowKey.of(2, "x"), Map.of())))
                            .orElseThrow();

            assertThat(
                            report.outcomes().stream()
                                    .map(o -> o.failure().map(e -> e.code().code()).orElse("done")))
                    .containsExactly(
                            "done",
                            "DB-VAL-001",
                            "done",
                            "DB-CRUD-006",
                            "DB-CRUD-004",
                            "DB-CRUD-009",
                            "done",
                            "done");
            assertThat(report.done()).isEqualTo(4);
            assertThat(pairs.find(RowKey.of(1, "x")).orElseThrow().get("value")).isEqualTo("v");
            assertThat(pairs.find(RowKey.of(2, "x")).orElseThrow().get("value")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allWrongRowsOfABulkAreToldTogether(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var result =
                    host.table("pair")
                            .bulk(
                                    BulkMode.ALL_OR_NOTHING,
                                    List.of(
                                            RowChange.create(Map.of("a", 1, "b", "12345678901")),
                                            RowChange.create(Map.of("a", 1, "b", "x")),
                                            RowChange.create(Map.of("a", "1"))));
            var error = (ValidationException) failure(result, CrudError.INVALID_VALUES);
            assertThat(error.violations().stream().map(Violation::field))
                    .containsExactlyInAnyOrder("[0].b", "[2].a", "[2].b");
            failure(
                    host.table("pair")
                            .bulk(
                                    BulkMode.EACH,
                                    Collections.nCopies(
                                            10_001, RowChange.delete(RowKey.of(1, "x")))),
                    CrudError.LIMIT_EXCEEDED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMixedBulkIsDoneInItsOrder(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var pairs = host.table("pair");
            assertThat(
                            pairs.bulk(
                                            BulkMode.ALL_OR_NOTHING,
                                            List.of(
                                                    RowChange.create(Map.of("a", 1, "b", "x")),
                                                    RowChange.create(Map.of("a", 2, "b", "x")),
                                                    RowChange.delete(RowKey.of(1, "x")),
                                                    RowChange.create(Map.of("a", 1, "b", "x"))))
                                    .orElseThrow()
                                    .done())
                    .isEqualTo(4);
            assertThat(pairs.read(RowQuery.all()).orElseThrow().rows()).hasSize(2);
        }
    }
}
