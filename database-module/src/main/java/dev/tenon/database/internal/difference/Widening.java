package dev.tenon.database.internal.difference;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;

/** Knows the types that hold every value of another one. */
final class Widening {

    private Widening() {}

    static boolean isOne(ColumnType from, ColumnType to) {
        return from.equals(to)
                || switch (to) {
                    case Plain.INTEGER -> from == Plain.SMALLINT;
                    case Plain.BIGINT -> digits(from) < 19;
                    case Plain.DOUBLE -> from == Plain.REAL || digits(from) <= 10;
                    case Plain.TEXT -> from instanceof Varchar;
                    case Varchar(int length) ->
                            from instanceof Varchar(int before) && before <= length;
                    case Decimal(int precision, int scale) ->
                            from instanceof Decimal(int p, int s)
                                    ? s <= scale && p - s <= precision - scale
                                    : digits(from) <= precision - scale;
                    default -> false;
                };
    }

    /** Returns how many digits a whole number of the type may have; many for another type. */
    private static int digits(ColumnType type) {
        return switch (type) {
            case Plain.SMALLINT -> 5;
            case Plain.INTEGER -> 10;
            case Plain.BIGINT -> 19;
            default -> Integer.MAX_VALUE;
        };
    }
}
