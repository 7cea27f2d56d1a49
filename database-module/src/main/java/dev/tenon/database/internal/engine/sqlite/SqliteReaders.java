package dev.tenon.database.internal.engine.sqlite;

import dev.tenon.database.engine.ColumnReader;
import dev.tenon.database.internal.engine.value.Readers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns as types of Java. A value of another kind is refused: the driver by itself reads
 * the text {@code abc} as the number 0.
 */
final class SqliteReaders {

    private static final Map<Class<?>, ColumnReader> READERS =
            Map.ofEntries(
                    Map.entry(Object.class, ResultSet::getObject),
                    Map.entry(String.class, ResultSet::getString),
                    Map.entry(byte[].class, ResultSet::getBytes),
                    Map.entry(long.class, number(v -> v)),
                    Map.entry(Long.class, number(v -> v)),
                    Map.entry(int.class, number(Math::toIntExact)),
                    Map.entry(Integer.class, number(Math::toIntExact)),
                    Map.entry(short.class, number(v -> (short) within(v, Short.MAX_VALUE))),
                    Map.entry(Short.class, number(v -> (short) within(v, Short.MAX_VALUE))),
                    Map.entry(byte.class, number(v -> (byte) within(v, Byte.MAX_VALUE))),
                    Map.entry(Byte.class, number(v -> (byte) within(v, Byte.MAX_VALUE))),
                    Map.entry(boolean.class, number(SqliteReaders::truth)),
                    Map.entry(Boolean.class, number(SqliteReaders::truth)),
                    Map.entry(double.class, SqliteReaders::real),
                    Map.entry(Double.class, SqliteReaders::real),
                    Map.entry(float.class, SqliteReaders::shortReal),
                    Map.entry(Float.class, SqliteReaders::shortReal),
                    Map.entry(BigDecimal.class, Readers.text(BigDecimal::new)),
                    Map.entry(BigInteger.class, Readers.text(BigInteger::new)),
                    Map.entry(char.class, Readers.text(Readers::character)),
                    Map.entry(Character.class, Readers.text(Readers::character)),
                    Map.entry(UUID.class, Readers.text(UUID::fromString)),
                    Map.entry(Instant.class, Readers.text(Instant::parse)),
                    Map.entry(LocalDate.class, Readers.text(LocalDate::parse)),
                    Map.entry(LocalDateTime.class, Readers.text(LocalDateTime::parse)),
                    Map.entry(LocalTime.class, Readers.text(LocalTime::parse)),
                    Map.entry(OffsetDateTime.class, Readers.text(OffsetDateTime::parse)),
                    Map.entry(Duration.class, Readers.text(Duration::parse)));

    private SqliteReaders() {}

    static ColumnReader of(Class<?> type) {
        var reader = READERS.get(type);
        if (reader != null) {
            return reader;
        }
        if (type.isEnum()) {
            return Readers.constant(type);
        }
        throw new IllegalArgumentException("SQLite has no form for values of " + type.getName());
    }

    private static ColumnReader number(LongFunction<Object> conversion) {
        return (row, column) ->
                switch (row.getObject(column)) {
                    case null -> null;
                    case Integer v -> converted(v.longValue(), conversion);
                    case Long v -> converted(v, conversion);
                    case Object v -> throw not("a whole number", v);
                };
    }

    private static Object converted(long value, LongFunction<Object> conversion) {
        try {
            return conversion.apply(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " is out of range", e);
        }
    }

    private static @Nullable Object real(ResultSet row, int column) throws java.sql.SQLException {
        return switch (row.getObject(column)) {
            case null -> null;
            case Number v -> v.doubleValue();
            case Object v -> throw not("a number", v);
        };
    }

    private static @Nullable Object shortReal(ResultSet row, int column)
            throws java.sql.SQLException {
        var value = real(row, column);
        return value == null ? null : ((Double) value).floatValue();
    }

    private static long within(long value, long limit) {
        if (value > limit || value < -limit - 1) {
            throw new ArithmeticException();
        }
        return value;
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
