package dev.tenon.database;

import static dev.tenon.database.Codes.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.database.error.DatabaseError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ValuesTest {

    @TempDir Path folder;
    TestDatabase database;
    SessionFactory sessions;

    enum Colour {
        RED
    }

    /** The accessors are public, as those of a module's own records are not always. */
    record Pair(String t, byte[] b) {}

    @BeforeEach
    void open() {
        database = TestDatabase.in(folder.resolve("data"));
        sessions = database.sessions();
        database.run("create table value(id integer primary key, t text, b blob)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbersAreKeptWithoutExponents() {
        for (var number : List.of("0.00000000", "0.0000001000", "-12.50")) {
            assertThat(
                            sessions.<String>read(s ->
                                    s.query("select ?", new BigDecimal(number)).one(String.class)))
                    .isEqualTo(number);
        }
    }

    @Test
    void everyListedTypeComesBackAsItIs() {
        for (Object value :
                List.of(
                        "text",
                        1L,
                        Long.MIN_VALUE,
                        2,
                        (short) 3,
                        (byte) 4,
                        true,
                        'c',
                        1.5,
                        2.5f,
                        Double.MIN_VALUE,
                        new BigDecimal("12345678901234567890.10"),
                        new BigInteger("123456789012345678901234567890"),
                        Instant.parse("2026-01-02T03:04:05.123456789Z"),
                        Instant.parse("1969-12-31T23:59:59Z"),
                        LocalDate.of(2026, 1, 2),
                        LocalTime.of(3, 4),
                        LocalDateTime.of(2026, 1, 2, 3, 4),
                        OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(2)),
                        Duration.ofMillis(1234),
                        UUID.randomUUID(),
                        Colour.RED)) {
            assertThat(database.rows(value.getClass(), "select ?", value))
                    .isEqualTo(List.of(value));
        }
        assertThat(database.rows(Long.class, "select ?", Optional.of(7L))).containsExactly(7L);
        assertThat(database.rows(Long.class, "select ?", Optional.empty()))
                .containsExactly((Long) null);
    }

    @Test
    void momentsSortAsTexts() {
        var sorted =
                List.of(
                        Instant.parse("1969-12-31T23:59:59.9Z"),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Instant.parse("2026-01-02T03:04:05.000000001Z"),
                        Instant.parse("2026-01-02T03:04:06Z"));
        sessions.write(s -> {
            var batch = s.batch("insert into value(t) values (?)");
            sorted.reversed().forEach(batch::add);
            return batch.execute();
        });
        assertThat(database.rows(Instant.class, "select t from value order by t"))
                .isEqualTo(sorted);
    }

    @Test
    void longNumbersSortByTheirValueWithTheirCollation() {
        var sorted = List.of("-20.55", "-3", "0.00", "9.10", "10", "123456789012345678.9", "1E+30");
        sessions.write(s -> {
            var batch = s.batch("insert into value(t) values (?)");
            sorted.stream().sorted().forEach(batch::add);
            batch.add("no number");
            return batch.execute();
        });
        assertThat(
                        database.rows(
                                String.class,
                                "select t from value order by t collate tenon_decimal limit 7"))
                .isEqualTo(sorted);
        assertThat(
                        database.rows(
                                String.class,
                                "select t from value where t = '9.1' collate tenon_decimal"))
                .containsExactly("9.10");
    }

    @Test
    void valuesThatSqliteWouldChangeAreRefused() {
        for (Object value : List.of(Double.NaN, "half \ud800 pair", "\udc00", new Object())) {
            failure(DatabaseError.UNBINDABLE, () -> database.rows(String.class, "select ?", value));
        }
        for (var sql : List.of("select 'abc'", "select 3000000000", "select 1.5", "select x'00'")) {
            failure(DatabaseError.UNREADABLE, () -> database.rows(Integer.class, sql));
        }
        failure(DatabaseError.UNREADABLE, () -> database.rows(Colour.class, "select 'BLUE'"));
        failure(DatabaseError.UNREADABLE, () -> database.rows(Boolean.class, "select 2"));
        failure(DatabaseError.UNREADABLE, () -> database.rows(Instant.class, "select 'now'"));
    }

    @Test
    void hostileValuesComeBackByteForByteThroughEveryDoor() {
        for (var text : Hostile.texts()) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            sessions.write(s -> {
                s.execute("delete from value");
                s.execute("insert into value(t, b) values (?, ?)", text, bytes);
                s.update("insert into value(t, b) values (:t, :b)")
                        .bind("t", text)
                        .bind("b", bytes)
                        .execute();
                s.batch("insert into value(t, b) values (?, ?)").add(text, bytes).execute();
                s.batch("insert into value(t, b) values (:t, :b)")
                        .addAll(new Pair(text, bytes))
                        .execute();
                assertThat(
                                s.update("insert into value(t, b) values (:t, :b)")
                                        .bindAll(new Pair(text, bytes))
                                        .keys("t", String.class))
                        .containsExactly(text);
                insertByJdbc(s, text, bytes);
                return null;
            });
            assertEveryRowHas(text, bytes);
        }
    }

    private static void insertByJdbc(Session session, String text, byte[] bytes)
            throws SQLException {
        try (var statement =
                session.connection().prepareStatement("insert into value(t, b) values (?, ?)")) {
            statement.setString(1, text);
            statement.setBytes(2, bytes);
            statement.executeUpdate();
        }
    }

    private void assertEveryRowHas(String text, byte[] bytes) {
        sessions.read(s -> {
            var byPosition = "select t, b from value where t = ?";
            assertThat(s.query(byPosition, text).list(Pair.class))
                    .hasSize(6)
                    .allMatch(p -> p.t().equals(text) && Arrays.equals(p.b(), bytes));
            assertThat(
                            s.query("select b from value where t = :t and b = :b")
                                    .bindAll(new Pair(text, bytes))
                                    .list(row -> row.get(1, byte[].class)))
                    .hasSize(6)
                    .allMatch(b -> Arrays.equals(b, bytes));
            try (var rows = s.query(byPosition, text).stream(r -> r.get("t", String.class))) {
                assertThat(rows).hasSize(6).allMatch(text::equals);
            }
            assertThat(s.query(byPosition, text).maps())
                    .allMatch(m -> text.equals(m.get("t")))
                    .allMatch(m -> Arrays.equals((byte[]) m.get("b"), bytes));
            try (var statement = s.connection().prepareStatement(byPosition)) {
                statement.setString(1, text);
                try (var rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString("t")).isEqualTo(text);
                    assertThat(rows.getBytes(2)).isEqualTo(bytes);
                }
            }
            return null;
        });
    }
}
