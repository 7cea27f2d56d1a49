package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.core.error.Result;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.ValidationException;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with values is found before the database is asked, all of it at once. */
class ValidationTest {

    private static final String PEOPLE =
            """
            public enum Kind { FRIEND, FOE }
            @Embeddable public record Address(@Size(min = 2) String street, String town) {}
            @Entity public record Person(
                    @Id @GeneratedValue Long id,
                    @NotBlank @Size(max = 10) String name,
                    @Min(0) @Max(150) int age,
                    Optional<@Email String> mail,
                    @NotNull @Enumerated(EnumType.STRING) Kind kind,
                    @Embedded Address address,
                    @Version long version) {}
            """;

    @TempDir Path temp;

    private static Map<String, Rule> rules(Result<?> result) {
        var error = (ValidationException) failure(result, CrudError.INVALID_VALUES);
        return error.violations().stream()
                .collect(Collectors.toMap(Violation::field, Violation::rule));
    }

    private CrudHost people(RealEngine engine) throws SQLException {
        return CrudHost.start(
                engine,
                temp,
                "sample.people",
                Plugins.plugin(
                        "sample.people",
                        "@Database(name = \"people\", entities = Main.Person.class)",
                        PEOPLE),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void allViolationsComeTogether(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var values = new HashMap<String, Object>();
            values.put("title", "far too long for a title");
            values.put("author_id", null);
            values.put("editor_id", 1.5);
            values.put("price", "1.999");
            values.put("pages", 1L << 33);
            values.put("tytle", "x");

            assertThat(rules(host.table("book").create(values)))
                    .isEqualTo(
                            Map.of(
                                    "title", Rule.LENGTH,
                                    "author_id", Rule.REQUIRED,
                                    "editor_id", Rule.TYPE,
                                    "price", Rule.SCALE,
                                    "pages", Rule.RANGE,
                                    "tytle", Rule.KNOWN));
            assertThat(rules(host.table("book").create(Map.of())))
                    .isEqualTo(Map.of("title", Rule.REQUIRED, "author_id", Rule.REQUIRED));
            assertThat(rules(host.table("book").update(RowKey.of(1), Map.of("id", 2))))
                    .isEqualTo(
                            Map.of(
                                    "id", Rule.KEY,
                                    "title", Rule.REQUIRED,
                                    "author_id", Rule.REQUIRED,
                                    "pages", Rule.REQUIRED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void conditionsOfTheTableAreEvaluated(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var books = host.table("book");
            var broken =
                    books.create(Map.of("title", "x", "author_id", 1, "pages", 0, "price", -1));
            assertThat(rules(broken)).isEqualTo(Map.of("pages", Rule.CHECK, "price", Rule.CHECK));
            assertThat(rules(books.create(Map.of("title", "x", "pages", 0))))
                    .isEqualTo(Map.of("author_id", Rule.REQUIRED, "pages", Rule.CHECK));
            assertThat(rules(books.patch(RowKey.of(1), Map.of("pages", 5001))))
                    .isEqualTo(Map.of("pages", Rule.CHECK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatAreNotExactlyOfTheirColumnAreRefused(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            for (var wrong :
                    List.<Map.Entry<String, Object>>of(
                            Map.entry("truth", 1),
                            Map.entry("truth", "true"),
                            Map.entry("small", 40_000),
                            Map.entry("whole", "12"),
                            Map.entry("whole", 1.0),
                            Map.entry("great", new BigDecimal("1")),
                            Map.entry("real", 0.123456789),
                            Map.entry("real", Float.NaN),
                            Map.entry("real", 1e300),
                            Map.entry("double", Double.POSITIVE_INFINITY),
                            Map.entry("double", new BigDecimal("0.12345678901234567890")),
                            Map.entry("double", Long.MAX_VALUE),
                            Map.entry("exact", "1e3"),
                            Map.entry("exact", "12345678"),
                            Map.entry("exact", new BigDecimal("1e2000000000")),
                            Map.entry("exact", new BigDecimal("1e-2000000000")),
                            Map.entry("text", 5),
                            Map.entry("text", "a\0b"),
                            Map.entry("text", "\ud800"),
                            Map.entry("short_text", "12345678901"),
                            Map.entry("bytes", "not Base64!"),
                            Map.entry("day", "2026-02-30"),
                            Map.entry("day", Instant.EPOCH),
                            Map.entry("day", LocalDate.of(12026, 1, 1)),
                            Map.entry("clock", "25:00"),
                            Map.entry("moment", "2026-01-01T00:00:00"),
                            Map.entry("moment", "2026-01-01T00:00:00.0000001Z"),
                            Map.entry("moment", Instant.MAX),
                            Map.entry("local", "2026-01-01"),
                            Map.entry("uuid", "1-1-1-1-1"),
                            Map.entry("json", Map.of()))) {
                var result = table.create(Map.of("id", 1, wrong.getKey(), wrong.getValue()));
                assertThat(result.isSuccess()).as("%s", wrong).isFalse();
                assertThat(rules(result)).containsOnlyKeys(wrong.getKey());
            }
            assertThat(
                            table.create(
                                            Map.of(
                                                    "id",
                                                    1,
                                                    "moment",
                                                    Instant.ofEpochSecond(1, 123_456_789)))
                                    .orElseThrow()
                                    .get("moment"))
                    .isEqualTo(Instant.ofEpochSecond(1, 123_456_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void constraintsOfTheEntityAreChecked(RealEngine engine) throws SQLException {
        try (var host = people(engine)) {
            var people = host.table("person");
            var values = new HashMap<String, Object>();
            values.put("name", " ");
            values.put("age", 151);
            values.put("mail", "nowhere");
            values.put("kind", "FRIEND");
            values.put("address_street", "x");
            values.put("address_town", "y");
            var result = people.create(values);

            assertThat(rules(result))
                    .isEqualTo(
                            Map.of(
                                    "name", Rule.CONSTRAINT,
                                    "age", Rule.CONSTRAINT,
                                    "mail", Rule.CONSTRAINT,
                                    "address_street", Rule.CONSTRAINT));
            values.put("name", "Ada");
            values.put("age", 36);
            values.put("mail", "ada@example.org");
            values.put("address_street", "Ten");
            var made = people.create(values).orElseThrow();
            assertThat(rules(people.patch(made.key().orElseThrow(), Map.of("age", -1))))
                    .isEqualTo(Map.of("age", Rule.CONSTRAINT));
            assertThat(
                            people.patch(
                                            made.key().orElseThrow(),
                                            Collections.singletonMap("mail", null))
                                    .isSuccess())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastVersionIsNeitherGivenNorCountedUp(RealEngine engine) throws SQLException {
        try (var host = people(engine)) {
            var people = host.table("person");
            var values = new HashMap<String, Object>();
            values.put("name", "Ada");
            values.put("age", 36);
            values.put("kind", "FOE");
            values.put("address_street", "Ten");
            values.put("address_town", "y");
            values.put("version", Long.MAX_VALUE);
            assertThat(rules(people.create(values))).isEqualTo(Map.of("version", Rule.RANGE));
            values.remove("version");
            var key = people.create(values).orElseThrow().key().orElseThrow();
            var _ =
                    host.sessions()
                            .write(s -> s.execute("update person set version = ?", Long.MAX_VALUE));
            var last = people.find(key).orElseThrow();
            assertThat(rules(people.patch(key, Map.of("age", 37), last.unchanged())))
                    .isEqualTo(Map.of("version", Rule.RANGE));
            assertThat(people.patch(key, Map.of("age", 37)).isSuccess()).isFalse();
            assertThat(people.find(key).orElseThrow()).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionsAreCountedAndAsked(RealEngine engine) throws SQLException {
        try (var host = people(engine)) {
            var people = host.table("person");
            var values = new HashMap<String, Object>();
            values.put("name", "Ada");
            values.put("age", 36);
            values.put("kind", "FOE");
            values.put("address_street", "Ten");
            values.put("address_town", "y");
            var made = people.create(values).orElseThrow();
            var key = made.key().orElseThrow();
            assertThat(made.unchanged()).isEqualTo(RowMatch.version(0L));
            assertThat(people.schema().orElseThrow().versionColumn()).contains("version");

            var second = people.patch(key, Map.of("age", 37, "version", 0)).orElseThrow();
            assertThat(second.get("version")).isEqualTo(1L);
            failure(people.patch(key, Map.of("age", 38, "version", 0)), CrudError.ROW_CHANGED);
            failure(people.patch(key, Map.of("age", 38), made.unchanged()), CrudError.ROW_CHANGED);
            values.put("id", key.values().getFirst());
            assertThat(people.upsert(values).orElseThrow().get("version")).isEqualTo(2L);
            assertThat(people.update(key, values, RowMatch.version(2)).orElseThrow().get("version"))
                    .isEqualTo(3L);
            values.put("version", 2);
            failure(people.upsert(values), CrudError.ROW_CHANGED);
            values.put("version", 3);
            values.put("age", 40);
            var changed = people.upsert(values).orElseThrow();
            assertThat(changed.get("version")).isEqualTo(4L);
            assertThat(changed.get("age")).isEqualTo(40);
        }
    }
}
