package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.service.ServiceKey;
import dev.tenon.core.settings.Secret;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CountedSessions;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.crud.internal.page.CursorKey;
import dev.tenon.crud.internal.service.ServedDatabase;
import dev.tenon.crud.internal.service.ServedDatabases;
import dev.tenon.crud.internal.service.Service;
import dev.tenon.crud.internal.setting.CrudSettings.Limits;
import dev.tenon.crud.internal.table.TableMarks;
import dev.tenon.database.mapping.MappedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of other tables along foreign keys, by one query for each step. */
class ExpansionsTest {

    @TempDir Path temp;

    private static void fill(CrudHost host) {
        host.table("publisher").create(Map.of("name", "House")).orElseThrow();
        host.table("author").create(Map.of("name", "Ada", "publisher_id", 1)).orElseThrow();
        host.table("author").create(Map.of("name", "Bob")).orElseThrow();
        var books = new ArrayList<RowChange>();
        for (int i = 0; i < 30; i++) {
            books.add(RowChange.create(Map.of("title", "t" + i, "author_id", 1 + i % 2)));
        }
        books.add(RowChange.create(Map.of("title", "last", "author_id", 2, "editor_id", 1)));
        host.table("book").bulk(BulkMode.ALL_OR_NOTHING, books).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreFollowedForwardAndBack(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            fill(host);
            var rows =
                    host.table("book")
                            .read(
                                    RowQuery.all()
                                            .columns("title")
                                            .expand("author", "author.publisher", "editor_id"))
                            .orElseThrow()
                            .rows();
            var ada = rows.getFirst().expanded().get("author").rows().getFirst();
            assertThat(ada.get("name")).isEqualTo("Ada");
            assertThat(ada.expanded().get("publisher").rows().getFirst().get("name"))
                    .isEqualTo("House");
            var bob = rows.get(1).expanded().get("author").rows().getFirst();
            assertThat(bob.expanded().get("publisher"))
                    .isEqualTo(new Expanded.One(Optional.empty()));
            assertThat(rows.getLast().expanded().get("editor_id").rows())
                    .containsExactly(host.table("author").find(RowKey.of(1)).orElseThrow());

            var house =
                    host.table("publisher")
                            .read(RowQuery.all().expand("author.book(author_id)"))
                            .orElseThrow()
                            .rows()
                            .getFirst();
            var authors = house.expanded().get("author").rows();
            assertThat(authors).hasSize(1);
            assertThat(authors.getFirst().expanded().get("book(author_id)").rows())
                    .hasSize(15)
                    .allMatch(b -> b.get("author_id").equals(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachStepIsOneQueryHoweverManyRows(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            fill(host);
            var counted = new CountedSessions(host.sessions());
            var mapped = host.mapped();
            var served = new ServedDatabases();
            served.add(
                    new ServedDatabase(
                            new MappedDatabase(
                                    mapped.module(),
                                    mapped.name(),
                                    mapped.dialect(),
                                    counted,
                                    mapped.dataFolder(),
                                    mapped.declared(),
                                    mapped.entities()),
                            host.host()
                                    .services()
                                    .get(ServiceKey.of(Class.class, host.module()))
                                    .getModule(),
                            TableMarks.NONE,
                            limits(),
                            new CursorKey(Optional.empty(), temp)));
            var page =
                    new Service(served)
                            .database("library")
                            .table("book")
                            .read(
                                    RowQuery.all()
                                            .expand("author.publisher", "editor", "author.author"));
            failure(page, CrudError.INVALID_EXPANSION);
            assertThat(counted.queries()).isZero();
            new Service(served)
                    .database("library")
                    .table("book")
                    .read(
                            RowQuery.all()
                                    .expand("author.publisher", "editor", "author.book(editor_id)"))
                    .orElseThrow();
            assertThat(counted.queries()).isEqualTo(5);
        }
    }

    private static Limits limits() {
        return new Limits() {
            @Override
            public int pageSize() {
                return 50;
            }

            @Override
            public int maxPageSize() {
                return 1000;
            }

            @Override
            public int maxFilterTerms() {
                return 500;
            }

            @Override
            public int maxFilterDepth() {
                return 20;
            }

            @Override
            public int maxBulkRows() {
                return 100;
            }

            @Override
            public int maxExpandDepth() {
                return 3;
            }

            @Override
            public int maxExpandSteps() {
                return 20;
            }

            @Override
            public int maxExpandedRows() {
                return 1000;
            }

            @Override
            public Optional<Secret> cursorKey() {
                return Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void aPathThatLeadsNowhereTellsTheWays(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            assertThat(
                            failure(
                                    host.table("book").read(RowQuery.all().expand("autor")),
                                    CrudError.INVALID_EXPANSION))
                    .hasMessageContaining("author, author_id, editor, editor_id");
            assertThat(
                            failure(
                                    host.table("author").read(RowQuery.all().expand("book")),
                                    CrudError.INVALID_EXPANSION))
                    .hasMessageContaining("book(author_id), book(editor_id)");
            failure(
                    host.table("book")
                            .read(RowQuery.all().expand("author.publisher.author.publisher")),
                    CrudError.LIMIT_EXCEEDED);
        }
    }

    @Test
    void aHiddenTableIsNotReachedAndTooManyRowsAreRefused() throws SQLException {
        try (var host =
                CrudHost.start(
                        RealEngine.SQLITE,
                        temp,
                        "sample.library",
                        Plugins.library(" @TableAccess(hidden = \"publisher\")"),
                        Map.of(
                                "tenon.crud.max-expanded-rows", "10",
                                "tenon.crud.max-expand-steps", "2"))) {
            host.table("author").create(Map.of("name", "Ada")).orElseThrow();
            for (int i = 0; i < 11; i++) {
                host.table("book").create(Map.of("title", "t", "author_id", 1)).orElseThrow();
            }
            failure(
                    host.table("author").read(RowQuery.all().expand("publisher")),
                    CrudError.INVALID_EXPANSION);
            failure(
                    host.table("author").read(RowQuery.all().expand("book(author_id)")),
                    CrudError.LIMIT_EXCEEDED);
            var books = host.table("book");
            assertThat(books.read(RowQuery.all().expand("author", "author", "editor")).isSuccess())
                    .isTrue();
            failure(
                    books.read(RowQuery.all().expand("author", "author_id", "editor")),
                    CrudError.LIMIT_EXCEEDED);
        }
    }
}
