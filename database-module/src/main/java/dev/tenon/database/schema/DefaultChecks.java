package dev.tenon.database.schema;

import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Tells whether a default is a value of its column. */
final class DefaultChecks {

    private DefaultChecks() {}

    /** Returns what is wrong, as a sentence. */
    static Optional<String> flaw(Default value, ColumnType type) {
        var fits =
                switch (value) {
                    case Default.Truth _ -> type == Plain.BOOLEAN;
                    case Default.Now _ -> type == Plain.TIMESTAMP;
                    case Default.Expression _ -> false;
                    case Default.Numeric(var number) -> fits(number, type);
                    case Default.Text(var text) -> fits(text, type);
                };
        return fits
                ? Optional.empty()
                : Optional.of(shown(value) + " cannot be the default of a " + type + ".");
    }

    private static String shown(Default value) {
        return switch (value) {
            case Default.Truth(var truth) -> String.valueOf(truth);
            case Default.Now _ -> "The time of the insertion";
            case Default.Expression(var sql) -> "The expression " + SchemaChecks.quoted(sql);
            case Default.Numeric(var number) -> number.toPlainString();
            case Default.Text(var text) -> SchemaChecks.quoted(text);
        };
    }

    private static boolean fits(BigDecimal number, ColumnType type) {
        return switch (type) {
            case Plain.SMALLINT -> isWhole(number, 16);
            case Plain.INTEGER -> isWhole(number, 32);
            case Plain.BIGINT -> isWhole(number, 64);
            case Plain.REAL -> Float.isFinite(number.floatValue());
            case Plain.DOUBLE -> Double.isFinite(number.doubleValue());
            case ColumnType.Decimal(int precision, int scale) ->
                    number.signum() == 0
                            || (number.stripTrailingZeros().scale() <= scale
                                    && number.precision() - number.scale() <= precision - scale);
            default -> false;
        };
    }

    private static boolean isOfSeconds(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isWhole(BigDecimal number, int bits) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < bits;
    }

    private static boolean fits(String text, ColumnType type) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        try {
            return switch (type) {
                case Varchar(int length) -> text.codePointCount(0, text.length()) <= length;
                case Plain.TEXT -> true;
                case Plain.JSON -> !text.isBlank();
                case Plain.UUID -> UUID.fromString(text).toString().equals(text);
                case Plain.DATE -> LocalDate.parse(text).toString().equals(text);
                case Plain.TIME -> isOfSeconds(LocalTime.parse(text));
                default -> false;
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
