package dev.tenon.crud.internal.value;

import dev.tenon.crud.error.Violation.Rule;
import dev.tenon.crud.internal.value.Conversion.Refused;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Plain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes numbers that were given for columns. */
final class GivenNumber {

    /** Longer texts are none of numbers that a column has, and would cost time to read. */
    private static final int LONGEST = 1100;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private GivenNumber() {}

    static Conversion whole(Object given, Plain type) {
        return switch (given) {
            case Long n -> inRange(n, type);
            case Integer n -> inRange(n, type);
            case Short n -> inRange(n, type);
            case Byte n -> inRange(n, type);
            case BigInteger n -> whole(n, type);
            default -> Conversion.wrongType("It has to be a whole number.");
        };
    }

    static Conversion wholeOfText(String text, Plain type) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches()
                ? whole(new BigInteger(text), type)
                : Conversion.wrongType("It has to be a whole number.");
    }

    private static Conversion whole(BigInteger number, Plain type) {
        return number.bitLength() < Long.SIZE
                ? inRange(number.longValue(), type)
                : outOfRange(type);
    }

    private static Conversion inRange(long number, Plain type) {
        return switch (type) {
            case SMALLINT ->
                    number == (short) number ? Conversion.to((int) number) : outOfRange(type);
            case INTEGER -> number == (int) number ? Conversion.to((int) number) : outOfRange(type);
            default -> Conversion.to(number);
        };
    }

    private static Refused outOfRange(Plain type) {
        int bits =
                switch (type) {
                    case SMALLINT -> Short.SIZE;
                    case INTEGER -> Integer.SIZE;
                    default -> Long.SIZE;
                };
        return new Refused(
                Rule.RANGE, "It has to be from -2^%1$d to 2^%1$d - 1.".formatted(bits - 1));
    }

    static Conversion decimal(Object given, Decimal type) {
        return exact(given)
                .or(() -> given instanceof String text ? number(text) : Optional.empty())
                .map(number -> decimal(number, type))
                .orElseGet(GivenNumber::noNumber);
    }

    private static Conversion decimal(BigDecimal number, Decimal type) {
        if (number.signum() == 0) {
            return Conversion.to(BigDecimal.ZERO.setScale(type.scale()));
        }
        var bare = number.stripTrailingZeros();
        if (bare.scale() > type.scale()) {
            return new Refused(
                    Rule.SCALE,
                    "It has %d digits after the point; at most %d are allowed."
                            .formatted(bare.scale(), type.scale()));
        }
        // As long numbers: the exponent of a BigDecimal may be near the end of int.
        if ((long) bare.precision() - bare.scale() > (long) type.precision() - type.scale()) {
            return new Refused(
                    Rule.RANGE,
                    "It has more than %d digits before the point."
                            .formatted(type.precision() - type.scale()));
        }
        return Conversion.to(bare.setScale(type.scale()));
    }

    static Conversion real(Object given) {
        if (given instanceof Float f) {
            return Float.isFinite(f) ? Conversion.to(f) : notFinite();
        }
        return exact(given)
                .map(number -> {
                    float nearest = number.floatValue();
                    return !Float.isFinite(nearest)
                            ? notFinite()
                            : kept(nearest, new BigDecimal(Float.toString(nearest)), number);
                })
                .orElseGet(GivenNumber::noNumber);
    }

    static Conversion doubled(Object given) {
        if (given instanceof Double d) {
            return Double.isFinite(d) ? Conversion.to(d) : notFinite();
        }
        return exact(given)
                .map(number -> {
                    double nearest = number.doubleValue();
                    return !Double.isFinite(nearest)
                            ? notFinite()
                            : kept(nearest, BigDecimal.valueOf(nearest), number);
                })
                .orElseGet(GivenNumber::noNumber);
    }

    private static Conversion kept(Object nearest, BigDecimal shown, BigDecimal number) {
        return shown.compareTo(number) == 0
                ? Conversion.to(nearest)
                : new Refused(Rule.SCALE, "It has more digits than the column keeps.");
    }

    /** Returns the number as it is written, or nothing if it is none. */
    private static Optional<BigDecimal> exact(Object given) {
        return switch (given) {
            case BigDecimal n -> Optional.of(n);
            case BigInteger n -> Optional.of(new BigDecimal(n));
            case Long n -> Optional.of(BigDecimal.valueOf(n));
            case Integer n -> Optional.of(BigDecimal.valueOf(n));
            case Short n -> Optional.of(BigDecimal.valueOf(n));
            case Byte n -> Optional.of(BigDecimal.valueOf(n));
            case Double n when Double.isFinite(n) -> Optional.of(BigDecimal.valueOf(n));
            case Float n when Float.isFinite(n) -> Optional.of(new BigDecimal(Float.toString(n)));
            default -> Optional.empty();
        };
    }

    /** Returns the number that a text is, in plain decimal form. */
    static Optional<BigDecimal> number(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static Conversion noNumber() {
        return Conversion.wrongType("It has to be a number.");
    }

    private static Conversion notFinite() {
        return new Refused(Rule.RANGE, "It is beyond the numbers that the column has.");
    }
}
