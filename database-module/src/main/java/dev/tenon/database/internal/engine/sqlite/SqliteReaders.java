package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.internal.engine.value.Readers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Reads columns as types of Java. A value of another kind is refused: the driver by itself reads
 * the text {@code abc} as the number 0.
 */
final class SqliteReaders {

    private static final Readers READERS =
            new Readers(
                    "SQLite",
                    Map.ofEntries(
                            Map.entry(long.class, number(v -> v)),
                            Map.entry(Long.class, number(v -> v)),
                            Map.entry(int.class, number(Math::toIntExact)),
                            Map.entry(Integer.class, number(Math::toIntExact)),
                            Map.entry(short.class, number(Readers::toShort)),
                            Map.entry(Short.class, number(Readers::toShort)),
                            Map.entry(byte.class, number(Readers::toByte)),
                            Map.entry(Byte.class, number(Readers::toByte)),
                            Map.entry(boolean.class, number(SqliteReaders::truth)),
                            Map.entry(Boolean.class, number(SqliteReaders::truth)),
                            Map.entry(BigDecimal.class, Readers.text(BigDecimal::new)),
                            Map.entry(BigInteger.class, Readers.text(BigInteger::new)),
                            Map.entry(Instant.class, Readers.text(Instant::parse)),
                            Map.entry(LocalDate.class, Readers.text(LocalDate::parse)),
                            Map.entry(LocalDateTime.class, Readers.text(LocalDateTime::parse)),
                            Map.entry(LocalTime.class, Readers.text(LocalTime::parse)),
                            Map.entry(OffsetDateTime.class, Readers.text(OffsetDateTime::parse))));

    private SqliteReaders() {}

    static ColumnReader of(Class<?> type) {
        return READERS.of(type);
    }

    private static ColumnReader number(LongFunction<Object> conversion) {
        return (row, column) ->
                switch (row.getObject(column)) {
                    case null -> null;
                    case Integer v -> Readers.whole(v, conversion);
                    case Long v -> Readers.whole(v, conversion);
                    case Object v -> throw not("a whole number", v);
                };
    }

    private static Object truth(long value) {
        if (value != 0 && value != 1) {
            throw new ArithmeticException();
        }
        return value == 1;
    }

    private static IllegalArgumentException not(String expected, Object value) {
        return new IllegalArgumentException(
                "The value is " + value.getClass().getSimpleName() + ", not " + expected);
    }
}
