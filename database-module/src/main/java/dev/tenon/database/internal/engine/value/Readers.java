package dev.tenon.database.internal.engine.value;

import dev.tenon.database.engine.ColumnReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
                    Map.entry(long.class, number(BigDecimal::longValueExact)),
                    Map.entry(Long.class, number(BigDecimal::longValueExact)),
                    Map.entry(int.class, number(BigDecimal::intValueExact)),
                    Map.entry(Integer.class, number(BigDecimal::intValueExact)),
                    Map.entry(short.class, number(BigDecimal::shortValueExact)),
                    Map.entry(Short.class, number(BigDecimal::shortValueExact)),
                    Map.entry(byte.class, number(BigDecimal::byteValueExact)),
                    Map.entry(Byte.class, number(BigDecimal::byteValueExact)),
                    Map.entry(BigInteger.class, number(BigDecimal::toBigIntegerExact)),
                    Map.entry(BigDecimal.class, number(v -> v)),
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
    private final Map<Class<?>, ColumnReader> own;

    /**
     * Makes the readers of an engine.
     *
     * @param own those that it has itself: of dates and times
     */
    public Readers(String engine, Map<Class<?>, ColumnReader> own) {
        this.engine = engine;
        this.own = Map.copyOf(own);
    }

    /**
     * Returns how columns are read as the type.
     *
     * @throws IllegalArgumentException if there is no way
     */
    public ColumnReader of(Class<?> type) {
        var reader = own.getOrDefault(type, COMMON.get(type));
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

    private static ColumnReader number(Function<BigDecimal, Object> conversion) {
        return (row, column) ->
                switch (row.getObject(column)) {
                    case null -> null;
                    case Long v -> converted(BigDecimal.valueOf(v), conversion);
                    case Integer v -> converted(BigDecimal.valueOf(v), conversion);
                    case Short v -> converted(BigDecimal.valueOf(v), conversion);
                    case Byte v -> converted(BigDecimal.valueOf(v), conversion);
                    case BigDecimal v -> converted(v, conversion);
                    case BigInteger v -> converted(new BigDecimal(v), conversion);
                    // MariaDB's TINYINT(1) is both.
                    case Boolean v -> converted(v ? BigDecimal.ONE : BigDecimal.ZERO, conversion);
                    case Object v -> throw not("a whole or decimal number", v);
                };
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
    public static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    /** Returns a reader of the names of an enum's constants. */
    public static ColumnReader constant(Class<?> type) {
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
