package dev.tenon.crud;

import static dev.tenon.crud.fixture.CrudHost.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.crud.Filter.Operator;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.fixture.CrudHost;
import dev.tenon.crud.fixture.Plugins;
import dev.tenon.crud.fixture.RealEngine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters find the rows that they would find if they were evaluated in Java. */
class FiltersTest {

    private static final int ROWS = 60;

    /** Values of each type that is compared, from the least to the greatest. */
    private static final Map<String, List<Object>> VALUES =
            Map.ofEntries(
                    Map.entry("truth", List.of(false, true)),
                    Map.entry("small", List.of(-7, 0, 300)),
                    Map.entry("whole", List.of(-2_000_000_000, 5, 6)),
                    Map.entry("great", List.of(-9_000_000_000L, 0L, 9_000_000_000L)),
                    Map.entry("real", List.of(-0.5f, 0.1f, 3f)),
                    Map.entry("double", List.of(-1e100, 0.1, 2.5)),
                    Map.entry(
                            "exact",
                            List.of(
                                    new BigDecimal("-1.500"),
                                    new BigDecimal("2.000"),
                                    new BigDecimal("10.125"))),
                    Map.entry("text", List.of("100%", "a_b", "abc", "aBc", "x[y]*?", "ä!ö")),
                    Map.entry("bytes", List.of()),
                    Map.entry(
                            "day",
                            List.of(LocalDate.parse("1999-12-31"), LocalDate.parse("2026-01-02"))),
                    Map.entry(
                            "clock",
                            List.of(LocalTime.parse("00:00"), LocalTime.parse("12:30:01"))),
                    Map.entry(
                            "moment",
                            List.of(
                                    Instant.parse("2026-01-01T00:00:00Z"),
                                    Instant.parse("2026-01-01T00:00:00.5Z"))),
                    Map.entry(
                            "local",
                            List.of(
                                    LocalDateTime.parse("2026-01-01T00:00"),
                                    LocalDateTime.parse("2026-01-01T10:00"))),
                    Map.entry("uuid", List.of(new UUID(0, 1), new UUID(1, 0))));

    private static final List<String> ORDERED =
            VALUES.keySet().stream()
                    .filter(c -> !c.equals("text") && !c.equals("bytes"))
                    .sorted()
                    .toList();

    @TempDir Path temp;

    @ParameterizedTest
    @EnumSource
    void randomFiltersFindTheSameRowsAsJava(RealEngine engine) throws SQLException {
        var random = new Random(7);
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            var rows = rows(random);
            table.bulk(BulkMode.ALL_OR_NOTHING, rows.stream().map(RowChange::create).toList())
                    .orElseThrow();
            int found = 0;
            for (int i = 0; i < 250; i++) {
                var filter = filter(random, 3);
                var ids =
                        table
                                .read(RowQuery.all().where(filter).size(ROWS))
                                .orElseThrow()
                                .rows()
                                .stream()
                                .map(r -> r.get("id"))
                                .toList();
                var expected =
                        rows.stream().filter(r -> finds(filter, r)).map(r -> r.get("id")).toList();
                assertThat(ids).as("%s", filter).isEqualTo(expected);
                found += ids.size();
            }
            assertThat(found).isBetween(ROWS, 249 * ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nullIsFoundByNotEqualAndByNotAndByIsNullAlone(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            var nothing = new HashMap<String, Object>();
            nothing.put("id", 1);
            nothing.put("text", null);
            table.create(nothing).orElseThrow();
            table.create(Map.of("id", 2, "text", "x", "whole", 1)).orElseThrow();

            assertThat(ids(table, Filter.ne("text", "x"))).containsExactly(1);
            assertThat(ids(table, Filter.eq("text", "x"))).containsExactly(2);
            assertThat(ids(table, Filter.not(Filter.eq("text", "y")))).containsExactly(1, 2);
            assertThat(ids(table, Filter.lt("whole", 5))).containsExactly(2);
            assertThat(ids(table, Filter.not(Filter.lt("whole", 5)))).containsExactly(1);
            assertThat(ids(table, Filter.in("whole"))).isEmpty();
            assertThat(ids(table, Filter.not(Filter.in("whole")))).containsExactly(1, 2);
            assertThat(ids(table, Filter.isNull("text"))).containsExactly(1);
            assertThat(ids(table, Filter.and())).containsExactly(1, 2);
            assertThat(ids(table, Filter.or())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void caseCountsForLikeAndNotForIlike(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            table.create(Map.of("id", 1, "text", "Grüße")).orElseThrow();

            assertThat(ids(table, Filter.like("text", "gr%"))).isEmpty();
            assertThat(ids(table, Filter.like("text", "Gr_ße"))).containsExactly(1);
            assertThat(ids(table, Filter.ilike("text", "gRü%"))).containsExactly(1);
            assertThat(ids(table, Filter.startsWith("text", "Gr"))).containsExactly(1);
            assertThat(ids(table, Filter.startsWith("text", "%"))).isEmpty();
            assertThat(ids(table, Filter.contains("text", "üß"))).containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsOfAddressesAreReadAsTheirColumns(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            table.create(Map.of("id", 1, "whole", 5, "truth", true, "real", 0.1)).orElseThrow();

            assertThat(ids(table, Filter.eq("whole", new TextForm("5")))).containsExactly(1);
            assertThat(ids(table, Filter.eq("truth", new TextForm("true")))).containsExactly(1);
            assertThat(ids(table, Filter.eq("real", new TextForm("0.1")))).containsExactly(1);
            failure(
                    table.read(RowQuery.all().where(Filter.eq("whole", "5"))),
                    CrudError.INVALID_FILTER);
            failure(
                    table.read(RowQuery.all().where(Filter.eq("whole", new TextForm("5 or 1=1")))),
                    CrudError.INVALID_FILTER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitIsRefusedBeforeTheDatabaseIsAsked(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            for (Filter filter :
                    List.of(
                            Filter.eq("day", "yesterday"),
                            Filter.gt("bytes", new byte[1]),
                            Filter.eq("json", "{}"),
                            Filter.contains("whole", "1"),
                            Filter.eq("whole", 1L << 40),
                            Filter.eq("exact", "1.0001"))) {
                failure(table.read(RowQuery.all().where(filter)), CrudError.INVALID_FILTER);
            }
            failure(
                    table.read(RowQuery.all().where(Filter.eq("1=1; --", 1))),
                    CrudError.COLUMN_NOT_FOUND);
            var deep = Filter.isNull("text");
            for (int i = 0; i < 30; i++) {
                deep = Filter.not(deep);
            }
            failure(table.read(RowQuery.all().where(deep)), CrudError.LIMIT_EXCEEDED);
            var many = IntStream.range(0, 501).boxed().<Object>map(i -> i).toArray();
            failure(
                    table.read(RowQuery.all().where(Filter.in("whole", many))),
                    CrudError.LIMIT_EXCEEDED);
        }
    }

    private static List<Object> ids(CrudTable table, Filter filter) {
        return table.read(RowQuery.all().where(filter)).orElseThrow().rows().stream()
                .map(r -> r.get("id"))
                .collect(Collectors.toList());
    }

    private static List<Map<String, Object>> rows(Random random) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int id = 0; id < ROWS; id++) {
            var row = new HashMap<String, Object>();
            VALUES.forEach((column, values) ->
                    row.put(
                            column,
                            values.isEmpty() || random.nextInt(4) == 0
                                    ? null
                                    : values.get(random.nextInt(values.size()))));
            row.put("id", id);
            rows.add(row);
        }
        return rows;
    }

    private static Filter filter(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            var parts = List.of(filter(random, depth - 1), filter(random, depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Filter.And(parts);
                case 1 -> new Filter.Or(parts);
                default -> Filter.not(parts.getFirst());
            };
        }
        var column = ORDERED.get(random.nextInt(ORDERED.size()));
        var values = VALUES.get(column);
        var one = values.get(random.nextInt(values.size()));
        var other = values.get(random.nextInt(values.size()));
        var texts = VALUES.get("text");
        var text = (String) texts.get(random.nextInt(texts.size()));
        return switch (random.nextInt(8)) {
            case 0 -> Filter.between(column, one, other);
            case 1 -> Filter.in(column, one, other);
            case 2 -> Filter.isNull(column);
            case 3 -> Filter.contains("text", text.substring(0, 1 + random.nextInt(2)));
            case 4 -> Filter.startsWith("text", text.substring(0, 2));
            case 5 -> Filter.like("text", "_" + text.substring(1, 2) + "%");
            default ->
                    new Filter.Comparison(
                            column,
                            Operator.values()[random.nextInt(Operator.values().length)],
                            one);
        };
    }

    /** What the filters mean, once more and without a database. */
    private static boolean finds(Filter filter, Map<String, Object> row) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().allMatch(f -> finds(f, row));
            case Filter.Or(var parts) -> parts.stream().anyMatch(f -> finds(f, row));
            case Filter.Not(var part) -> !finds(part, row);
            case Filter.IsNull(var column) -> row.get(column) == null;
            case Filter.Comparison(var column, var operator, var value) -> {
                if (row.get(column) == null) {
                    yield operator == Operator.NE;
                }
                int order = compare(row.get(column), value);
                yield switch (operator) {
                    case EQ -> order == 0;
                    case NE -> order != 0;
                    case LT -> order < 0;
                    case LE -> order <= 0;
                    case GT -> order > 0;
                    case GE -> order >= 0;
                };
            }
            case Filter.In(var column, var values) ->
                    row.get(column) != null && values.contains(row.get(column));
            case Filter.Between(var column, var low, var high) ->
                    row.get(column) != null
                            && compare(row.get(column), low) >= 0
                            && compare(row.get(column), high) <= 0;
            case Filter.Text(var column, var operator, var text) -> {
                var value = (String) row.get(column);
                yield value != null
                        && switch (operator) {
                            case CONTAINS -> value.contains(text);
                            case STARTS_WITH -> value.startsWith(text);
                            case LIKE, ILIKE -> pattern(text).matcher(value).matches();
                        };
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void emptyAndEndlessOnesAreRefused(RealEngine engine) throws SQLException {
        try (var host = CrudHost.library(engine, temp)) {
            var table = host.table("everything");
            table.create(Map.of("id", 1, "text", "a*[".repeat(10_000))).orElseThrow();
            failure(
                    table.read(
                            RowQuery.all()
                                    .where(new Filter.And(Collections.nCopies(501, Filter.and())))),
                    CrudError.LIMIT_EXCEEDED);
            var longest = "*[".repeat(5_000);
            for (Filter found :
                    List.of(
                            new Filter.Or(Collections.nCopies(500, Filter.and())),
                            Filter.not(Filter.contains("text", longest)),
                            Filter.like("text", "%_[".repeat(99) + "_".repeat(9_000) + "%"))) {
                assertThat(table.read(RowQuery.all().where(found)).orElseThrow().rows())
                        .as("%.40s", found)
                        .hasSize(1);
            }
            failure(
                    table.read(RowQuery.all().where(Filter.contains("text", longest + "*"))),
                    CrudError.INVALID_FILTER);
            for (Filter like :
                    List.of(
                            Filter.like("text", "%_".repeat(101)),
                            Filter.ilike("text", "%_".repeat(101)))) {
                assertThat(
                                failure(
                                        table.read(RowQuery.all().where(like)),
                                        CrudError.INVALID_FILTER))
                        .hasMessageContaining("A pattern has 101 '%'.");
            }
            assertThat(ids(table, Filter.contains("text", "%".repeat(101)))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLargestFilterThatSettingsAllowIsAnswered(RealEngine engine) throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.library",
                        Plugins.library(""),
                        Map.of(
                                "tenon.crud.max-filter-terms", "10000",
                                "tenon.crud.max-filter-depth", "100"))) {
            var table = host.table("everything");
            table.create(Map.of("id", 1, "whole", 1)).orElseThrow();
            var wide = new Filter.Or(Collections.nCopies(9_999, Filter.ne("whole", 1)));
            assertThat(ids(table, wide)).isEmpty();
            Filter deep = Filter.eq("whole", 1);
            for (int i = 0; i < 99; i++) {
                var parts = new ArrayList<>(Collections.nCopies(100, Filter.ne("whole", i % 2)));
                parts.add(deep);
                deep = i % 2 == 0 ? new Filter.And(parts) : new Filter.Or(parts);
            }
            assertThat(ids(table, deep)).containsExactly(1);
            failure(
                    table.read(RowQuery.all().where(Filter.not(Filter.not(deep)))),
                    CrudError.LIMIT_EXCEEDED);
        }
    }

    /** SQLite keeps them as texts, of which '9' is greater than '10'. */
    @ParameterizedTest
    @EnumSource
    void decimalsThatTheEngineKeepsAsTextsAreComparedAsNumbers(RealEngine engine)
            throws SQLException {
        try (var host =
                CrudHost.start(
                        engine,
                        temp,
                        "sample.sums",
                        Plugins.plugin(
                                "sample.sums",
                                "@Database(name = \"sums\", schema = Main.Tables.class)",
                                """
                                public static class Tables
                                        implements java.util.function.Supplier<Schema> {
                                    @Override public Schema get() {
                                        return Schema.of(Table.named("sum")
                                            .columns(Column.of("great", decimal(20, 2)))
                                            .primaryKey("great"));
                                    }
                                }
                                """),
                        Map.of())) {
            var sums = host.table("sum");
            for (int great : List.of(9, 10, -1)) {
                sums.create(Map.of("great", great)).orElseThrow();
            }
            assertThat(sums.find(RowKey.of("9.0")).isSuccess()).isTrue();
            assertThat(sums.read(RowQuery.all().where(Filter.in("great", 10, -1))).orElseThrow())
                    .satisfies(page -> assertThat(page.rows()).hasSize(2));
            var more = List.of("123456789012345678", "-20.5");
            more.forEach(number -> sums.create(Map.of("great", number)).orElseThrow());
            var sorted = SortColumn.descending("great");
            assertThat(greats(sums, RowQuery.all().sort(sorted)))
                    .containsExactly("123456789012345678.00", "10.00", "9.00", "-1.00", "-20.50");
            assertThat(greats(sums, RowQuery.all().where(Filter.gt("great", 9))))
                    .containsExactly("10.00", "123456789012345678.00");
            assertThat(greats(sums, RowQuery.all().where(Filter.not(Filter.ge("great", -1)))))
                    .containsExactly("-20.50");
            assertThat(greats(sums, RowQuery.all().where(Filter.between("great", -2, 9))))
                    .containsExactly("-1.00", "9.00");
            var first = sums.read(RowQuery.all().size(2)).orElseThrow();
            assertThat(greats(sums, RowQuery.all().cursor(first.next().orElseThrow())))
                    .containsExactly("9.00", "10.00", "123456789012345678.00");
        }
    }

    private static List<String> greats(CrudTable sums, RowQuery query) {
        return sums.read(query).orElseThrow().rows().stream()
                .map(r -> r.get("great", BigDecimal.class).orElseThrow().toPlainString())
                .toList();
    }

    private static Pattern pattern(String like) {
        return Pattern.compile(
                like.chars()
                        .mapToObj(c ->
                                switch (c) {
                                    case '%' -> ".*";
                                    case '_' -> ".";
                                    default -> Pattern.quote(Character.toString(c));
                                })
                        .collect(Collectors.joining()));
    }

    /** Java compares the halves of a UUID as numbers with a sign, databases its text or bytes. */
    private static int compare(Object one, Object other) {
        return one instanceof UUID
                ? one.toString().compareTo(other.toString())
                : compareTo(one, other);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Both are of one column.
    private static int compareTo(Object one, Object other) {
        return ((Comparator<Object>) (Comparator) Comparator.naturalOrder()).compare(one, other);
    }
}
