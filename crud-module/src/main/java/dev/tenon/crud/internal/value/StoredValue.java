package dev.tenon.crud.internal.value;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.UUID;

/** Values as they come from columns, and as texts that stand for them. */
public final class StoredValue {

    private StoredValue() {}

    /** Returns as what a column is read. */
    public static Class<?> type(ColumnType type) {
        return switch (type) {
            case ColumnType.Varchar _, ColumnType.Native _ -> String.class;
            case ColumnType.Decimal _ -> BigDecimal.class;
            case Plain plain ->
                    switch (plain) {
                        case BOOLEAN -> Boolean.class;
                        case SMALLINT, INTEGER -> Integer.class;
                        case BIGINT -> Long.class;
                        case REAL -> Float.class;
                        case DOUBLE -> Double.class;
                        case TEXT, JSON -> String.class;
                        case BYTES -> byte[].class;
                        case DATE -> LocalDate.class;
                        case TIME -> LocalTime.class;
                        case TIMESTAMP -> Instant.class;
                        case TIMESTAMP_LOCAL -> LocalDateTime.class;
                        case UUID -> UUID.class;
                    };
        };
    }

    /**
     * Returns a value that was read as {@link #type} in the form that is the same on every engine.
     */
    public static Object asDeclared(Object read, ColumnType type) {
        return read instanceof BigDecimal number && type instanceof ColumnType.Decimal(_, int scale)
                ? inScale(number, scale)
                : read;
    }

    /** Returns the number with so many digits after the point, or as it is if it has more. */
    static BigDecimal inScale(BigDecimal number, int scale) {
        return number.scale() <= scale || number.stripTrailingZeros().scale() <= scale
                ? number.setScale(scale, RoundingMode.UNNECESSARY)
                : number;
    }

    /** Returns a text that stands for the value, and is another for each other value. */
    public static String text(Object value) {
        return switch (value) {
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /**
     * Returns the value for which the text stands. It may be one that nobody could give: what
     * others have written to the column is not held to what is taken for it here.
     *
     * @throws IllegalArgumentException if it stands for none of the type
     */
    public static Object ofText(String text, ColumnType type) {
        try {
            return switch (type) {
                case ColumnType.Varchar _, ColumnType.Native _ -> text;
                case ColumnType.Decimal _ -> new BigDecimal(text);
                case Plain plain -> ofText(text, plain);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object ofText(String text, Plain type) {
        return switch (type) {
            case BOOLEAN -> Boolean.valueOf(text);
            case SMALLINT, INTEGER -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case REAL -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case TEXT, JSON -> text;
            case BYTES -> Base64.getDecoder().decode(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case TIMESTAMP -> Instant.parse(text);
            case TIMESTAMP_LOCAL -> LocalDateTime.parse(text);
            case UUID -> UUID.fromString(text);
        };
    }
}
