package dev.tenon.database.internal.engine.value;

import dev.tenon.database.engine.ColumnReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns of a server as types of Java. A value of another kind is refused, and so is a
 * number out of range: drivers by themselves read many a text as a number, and cut what is too
 * long.
 */
public final class Readers {

    private static final Map<Class<?>, ColumnReader> COMMON =
            Map.ofEntries(
                    Map.entry(Object.class, ResultSet::getObject),
                    Map.entry(String.class, ResultSet::getString),
                    Map.entry(byte[].class, ResultSet::getBytes),
                    Map.entry(long.class, number(v -> v, BigDecimal::longValueExact)),
                    Map.entry(Long.class, number(v -> v, BigDecimal::longValueExact)),
                    Map.entry(int.class, number(Math::toIntExact, BigDecimal::intValueExact)),
                    Map.entry(Integer.class, number(Math::toIntExact, BigDecimal::intValueExact)),
                    Map.entry(short.class, number(Readers::toShort, BigDecimal::shortValueExact)),
                    Map.entry(Short.class, number(Readers::toShort, BigDecimal::shortValueExact)),
                    Map.entry(byte.class, number(Readers::toByte, BigDecimal::byteValueExact)),
                    Map.entry(Byte.class, number(Readers::toByte, BigDecimal::byteValueExact)),
                    Map.entry(
                            BigInteger.class,
                            number(BigInteger::valueOf, BigDecimal::toBigIntegerExact)),
                    Map.entry(BigDecimal.class, number(BigDecimal::valueOf, v -> v)),
                    Map.entry(double.class, real(Number::doubleValue)),
                    Map.entry(Double.class, real(Number::doubleValue)),
                    Map.entry(float.class, real(Number::floatValue)),
                    Map.entry(Float.class, real(Number::floatValue)),
                    Map.entry(boolean.class, Readers::truth),
                    Map.entry(Boolean.class, Readers::truth),
                    Map.entry(char.class, text(Readers::character)),
                    Map.entry(Character.class, text(Readers::character)),
                    Map.entry(UUID.class, text(UUID::fromString)),
                    Map.entry(Duration.class, text(Duration::parse)));

    private final String engine;
    private final Map<Class<?>, ColumnReader> readers;

    /**
     * Makes the readers of an engine.
     *
     * @param own those that it has itself, such as those of dates and times
     */
    public Readers(String engine, Map<Class<?>, ColumnReader> own) {
        this.engine = engine;
        // One is looked for with every value: a HashMap is faster than Map.of.
        readers = new HashMap<>(COMMON);
        readers.putAll(own);
    }

    /**
     * Returns how columns are read as the type.
     *
     * @throws IllegalArgumentException if there is no way
     */
    public ColumnReader of(Class<?> type) {
        var reader = readers.get(type);
        if (reader != null) {
            return reader;
        }
        if (type.isEnum()) {
            return constant(type);
        }
        throw new IllegalArgumentException(engine + " has no form for values of " + type.getName());
    }

    /**
     * Returns a reader of what the driver makes an object of this class, and then of the function.
     */
    public static <A> ColumnReader by(Class<A> type, Function<A, Object> conversion) {
        return (row, column) -> {
            var value = row.getObject(column, type);
            return value == null ? null : conversion.apply(value);
        };
    }

    private static ColumnReader number(
            LongFunction<Object> ofWhole, Function<BigDecimal, Object> ofDecimal) {
        return (row, column) ->
                switch (row.getObject(column)) {
                    case null -> null;
                    case Long v -> whole(v, ofWhole);
                    case Integer v -> whole(v, ofWhole);
                    case Short v -> whole(v, ofWhole);
                    case Byte v -> whole(v, ofWhole);
                    case BigDecimal v -> converted(v, ofDecimal);
                    case BigInteger v -> converted(new BigDecimal(v), ofDecimal);
                    // MariaDB's TINYINT(1) is both.
                    case Boolean v -> whole(v ? 1 : 0, ofWhole);
                    case Object v -> throw not("a whole or decimal number", v);
                };
    }

    /**
     * Returns a whole number in another type.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public static Object whole(long value, LongFunction<Object> conversion) {
        try {
            return conversion.apply(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " is out of range", e);
        }
    }

    /**
     * Returns the number as a short.
     *
     * @throws ArithmeticException if it is out of its range
     */
    public static short toShort(long value) {
        return (short) within(value, Short.MAX_VALUE);
    }

    /**
     * Returns the number as a byte.
     *
     * @throws ArithmeticException if it is out of its range
     */
    public static byte toByte(long value) {
        return (byte) within(value, Byte.MAX_VALUE);
    }

    private static long within(long value, long limit) {
        if (value > limit || value < -limit - 1) {
            throw new ArithmeticException();
        }
        return value;
    }

    private static Object converted(BigDecimal value, Function<BigDecimal, Object> conversion) {
        try {
            return conversion.apply(value);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " is out of range, or not whole", e);
        }
    }

    private static ColumnReader real(Function<Number, Object> conversion) {
        return (row, column) ->
                switch (row.getObject(column)) {
                    case null -> null;
                    case Number v -> conversion.apply(v);
                    case Object v -> throw not("a number", v);
                };
    }

    private static @Nullable Object truth(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> null;
            case Boolean v -> v;
            case Number v when v.doubleValue() == 0 -> false;
            case Number v when v.doubleValue() == 1 -> true;
            case Object v -> throw not("true or false", v);
        };
    }

    /** Returns a reader of texts, which the parser makes a value of. */
    public static ColumnReader text(Function<String, Object> parser) {
        return (row, column) -> {
            var text = row.getString(column);
            if (text == null) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("'" + text + "' cannot be read as that", e);
            }
        };
    }

    /** Returns the only character of the text. */
    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    /** Returns a reader of the names of an enum's constants. */
    private static ColumnReader constant(Class<?> type) {
        return text(name -> {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(name);
        });
    }

    private static IllegalArgumentException not(String expected, Object value) {
        return new IllegalArgumentException(
                "The value is " + value.getClass().getSimpleName() + ", not " + expected);
    }
}
