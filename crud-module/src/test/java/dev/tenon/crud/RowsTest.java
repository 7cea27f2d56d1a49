package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.core.error.Result;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.RealEngine;
import dev.tenon.database.error.ConstraintViolationException;
import dev.tenon.database.error.DatabaseError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single rows of tables by name. */
class RowsTest {

    private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    @TempDir Path temp;

    /** As objects of Java. */
    private static Map<String, Object> everything(int id) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("truth", true);
        values.put("small", -32768);
        values.put("whole", 2147483647);
        values.put("great", Long.MIN_VALUE);
        values.put("real", 0.1f);
        values.put("double", -1.5e300);
        values.put("exact", new BigDecimal("1234567.125"));
        values.put("short_text", "üß💡'\"%_");
        values.put("text", "first\nsecond\\ \t; -- ' ?");
        values.put("bytes", new byte[] {0, 1, -1});
        values.put("day", LocalDate.of(2026, 2, 28));
        values.put("clock", LocalTime.of(23, 59, 59, 123_456_000));
        values.put("moment", Instant.parse("2026-11-21T17:30:00.000001Z"));
        values.put("local", LocalDateTime.parse("2026-11-21T17:30:00.5"));
        values.put("uuid", ID);
        values.put("json", "{\"a\": 1}");
        return values;
    }

    /** As a reader of JSON hands them over. */
    private static Map<String, Object> asJson(int id) {
        var values = everything(id);
        values.put("small", -32768L);
        values.put("real", 0.1);
        values.put("exact", "1234567.1250");
        values.put("bytes", "AAH/");
        values.put("day", "2026-02-28");
        values.put("clock", "23:59:59.123456");
        values.put("moment", "2026-11-21T18:30:00.000001+01:00");
        values.put("local", "2026-11-21T17:30:00.5");
        values.put("uuid", ID.toString());
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsItWasGiven(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");

            var created = table.create(everything(1)).orElseThrow();
            var ofJson = table.create(asJson(2)).orElseThrow();
            var found = table.find(RowKey.of(1)).orElseThrow();

            assertThat(found).isEqualTo(created);
            everything(1)
                    .forEach((column, value) ->
                            assertThat(found.get(column)).as(column).isEqualTo(value));
            created.columns().stream()
                    .filter(c -> !c.equals("id"))
                    .forEach(c ->
                            assertThat(
                                            Arrays.deepEquals(
                                                    new Object[] {ofJson.get(c)},
                                                    new Object[] {found.get(c)}))
                                    .as(c)
                                    .isTrue());
            assertThat(found.key()).contains(RowKey.of(1));
            assertThat(found.get("exact", BigDecimal.class))
                    .contains(new BigDecimal("1234567.125"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftOutIsNull(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var row = host.table("everything").create(Map.of("id", 3)).orElseThrow();
            assertThat(row.columns().stream().filter(c -> row.get(c) != null))
                    .containsExactly("id");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsCreatedFoundChangedAndDeleted(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var author = host.table("author").create(Map.of("name", "Ada")).orElseThrow();
            long ada = author.get("id", Long.class).orElseThrow();
            var books = host.table("book");
            var made =
                    books.create(Map.of("title", "Notes", "author_id", ada, "price", 9.5))
                            .orElseThrow();
            var key = made.key().orElseThrow();
            assertThat(made.get("pages")).isEqualTo(1);
            assertThat(made.get("price")).isEqualTo(new BigDecimal("9.50"));

            var patched = books.patch(key, Map.of("pages", 12)).orElseThrow();
            assertThat(patched.get("pages")).isEqualTo(12);
            assertThat(patched.get("title")).isEqualTo("Notes");

            var updated =
                    books.update(key, Map.of("title", "More", "author_id", ada, "pages", 3))
                            .orElseThrow();
            assertThat(updated.get("price")).isNull();
            assertThat(updated.get("title")).isEqualTo("More");

            assertThat(books.delete(key).orElseThrow()).isEqualTo(updated);
            failure(books.find(key), CrudError.ROW_NOT_FOUND);
            failure(books.patch(key, Map.of("pages", 2)), CrudError.ROW_NOT_FOUND);
            failure(books.patch(key, Map.of()), CrudError.ROW_NOT_FOUND);
            failure(books.delete(key), CrudError.ROW_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void upsertInsertsAndThenChanges(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var pairs = host.table("pair");
            pairs.upsert(Map.of("a", 1, "b", "x", "value", "first")).orElseThrow();
            pairs.upsert(Map.of("a", 1, "b", "x", "value", "second")).orElseThrow();
            var same = pairs.upsert(Map.of("a", 1, "b", "x")).orElseThrow();

            assertThat(same.get("value")).isEqualTo("second");
            assertThat(pairs.find(RowKey.of(1, "x")).orElseThrow()).isEqualTo(same);
            var numbered = host.table("author").upsert(Map.of("name", "New")).orElseThrow();
            assertThat(numbered.key()).isPresent();
            failure(host.table("loose").upsert(Map.of("number", 1)), CrudError.NO_KEY);
        }
    }

    /** One that somebody chooses is met by the database's own later, or is the last there is. */
    @ParameterizedTest
    @EnumSource
    void aNewRowIsNumberedByTheDatabaseAlone(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var publishers = host.table("publisher");
            var chosen = Map.of("id", Long.MAX_VALUE, "name", "Last");
            var alone =
                    (ValidationException)
                            failure(publishers.create(chosen), CrudError.INVALID_VALUES);
            assertThat(alone.violations())
                    .extracting(Violation::field, Violation::rule)
                    .containsExactly(tuple("id", Rule.KEY));
            var bulk =
                    (ValidationException)
                            failure(
                                    publishers.bulk(
                                            BulkMode.ALL_OR_NOTHING,
                                            List.of(RowChange.create(chosen))),
                                    CrudError.INVALID_VALUES);
            assertThat(bulk.violations()).extracting(Violation::field).containsExactly("[0].id");
            failure(publishers.upsert(chosen), CrudError.ROW_NOT_FOUND);

            var first = publishers.create(Map.of("name", "One")).orElseThrow();
            var id = first.get("id", Long.class).orElseThrow();
            var changed = publishers.upsert(Map.of("id", id, "name", "Other")).orElseThrow();
            assertThat(changed.get("name")).isEqualTo("Other");
            assertThat(publishers.read(RowQuery.all()).orElseThrow().rows())
                    .containsExactly(changed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableWithoutKeyIsWrittenAndRead(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var loose = host.table("loose");
            var row = loose.create(Map.of("number", 7)).orElseThrow();
            assertThat(row.key()).isEmpty();
            assertThat(row.get("number")).isEqualTo(7);
            // MariaDB returns nothing of it, and there is no key to look it up by.
            boolean isWhole = engine != RealEngine.MARIADB;
            assertThat(row.columns().contains("word")).isEqualTo(isWhole);
            assertThat(loose.read(RowQuery.all().columns(row.columns().toArray(String[]::new))))
                    .extracting(read -> read.orElseThrow().rows())
                    .isEqualTo(List.of(row));
            failure(loose.find(RowKey.of(7)), CrudError.NO_KEY);
            failure(loose.delete(RowKey.of(7)), CrudError.NO_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDatabaseRefusesComesBackWithItsColumns(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var publishers = host.table("publisher");
            publishers.create(Map.of("name", "One")).orElseThrow();

            var twice = publishers.create(Map.of("name", "One"));

            assertThat(twice).isInstanceOf(Result.Failure.class);
            var error = ((Result.Failure<?>) twice).error();
            assertThat(error.code()).isEqualTo(DatabaseError.UNIQUE);
            // MariaDB names the index instead.
            if (engine == RealEngine.MARIADB) {
                assertThat(error).hasMessageContaining("for key 'publisher_name_key'");
            } else {
                assertThat(((ConstraintViolationException) error).columns()).contains("name");
            }
            var alone = host.table("book").create(Map.of("title", "x", "author_id", 99));
            assertThat(((Result.Failure<?>) alone).error().code())
                    .isEqualTo(DatabaseError.FOREIGN_KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownNamesTellWhatIsThereAndWhatWasMeant(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            assertThat(failure(host.table("boook").schema(), CrudError.TABLE_NOT_FOUND))
                    .hasMessageContaining("author, book, everything")
                    .hasMessageContaining("Was book meant?");
            assertThat(
                            failure(
                                    host.table("book").read(RowQuery.all().columns("titl")),
                                    CrudError.COLUMN_NOT_FOUND))
                    .hasMessageContaining("Was title meant?");
            assertThat(
                            failure(
                                    host.service().database("libary").tables(),
                                    CrudError.DATABASE_NOT_FOUND))
                    .hasMessageContaining("Was library meant?");
            assertThat(host.service().databases()).containsExactly("library");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysAreHeldToTheirColumns(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var pairs = host.table("pair");
            failure(pairs.find(RowKey.of(1)), CrudError.INVALID_KEY);
            failure(pairs.find(RowKey.of("1", "x")), CrudError.INVALID_KEY);
            failure(pairs.find(RowKey.ofTexts(List.of("1x", "x"))), CrudError.INVALID_KEY);
            pairs.create(Map.of("a", 1, "b", "x")).orElseThrow();
            assertThat(pairs.find(RowKey.ofTexts(List.of("1", "x"))).isSuccess()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaTellsEverything(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var schema = host.table("book").schema().orElseThrow();
            assertThat(schema.table().columns()).hasSize(6);
            assertThat(schema.table().foreignKeys()).hasSize(2);
            assertThat(schema.isReadOnly()).isFalse();
            assertThat(schema.versionColumn()).isEmpty();
            assertThat(host.database().tables().orElseThrow())
                    .contains("author", "book", "secret")
                    .isSorted()
                    .noneMatch(t -> t.startsWith("tenon_"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hashesTellRowsApartAndAreTheSameOnEveryEngine(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var values = everything(1);
            values.remove("json");
            var row = host.table("everything").create(values).orElseThrow();
            assertThat(row.hash()).contains("B3_VuL6C13cVMALhvvvcvTw5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowCannotBeChangedByWhoeverHasIt(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var row = host.table("everything").create(everything(1)).orElseThrow();
            ((byte[]) row.get("bytes"))[0] = 9;
            assertThat((byte[]) row.get("bytes")).startsWith(0);
            assertThatThrownBy(() -> row.values().put("id", 2))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> row.get("none")).hasMessageContaining("no column 'none'");
        }
    }
}
