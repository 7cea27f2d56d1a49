package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;

/** Tells the type of a column of PostgreSQL or CockroachDB from what {@code format_type} says. */
final class PostgresTypes {

    private PostgresTypes() {}

    static ColumnType of(String formatted) {
        return switch (formatted) {
            case "boolean" -> Plain.BOOLEAN;
            case "smallint" -> Plain.SMALLINT;
            case "integer" -> Plain.INTEGER;
            case "bigint" -> Plain.BIGINT;
            case "real" -> Plain.REAL;
            case "double precision" -> Plain.DOUBLE;
            case "text" -> Plain.TEXT;
            case "bytea" -> Plain.BYTES;
            case "date" -> Plain.DATE;
            case "time without time zone" -> Plain.TIME;
            case "timestamp with time zone" -> Plain.TIMESTAMP;
            case "timestamp without time zone" -> Plain.TIMESTAMP_LOCAL;
            case "uuid" -> Plain.UUID;
            case "jsonb" -> Plain.JSON;
            default -> limited(formatted);
        };
    }

    private static ColumnType limited(String formatted) {
        int open = formatted.indexOf('(');
        if (open < 0 || !formatted.endsWith(")")) {
            return new Native(formatted);
        }
        var numbers = formatted.substring(open + 1, formatted.length() - 1).split(",", -1);
        return switch (formatted.substring(0, open)) {
            case "character varying" -> new Varchar(Integer.parseInt(numbers[0]));
            case "numeric" -> {
                int scale = numbers.length > 1 ? Integer.parseInt(numbers[1].strip()) : 0;
                yield scale < 0
                        ? new Native(formatted)
                        : new Decimal(Integer.parseInt(numbers[0]), scale);
            }
            default -> new Native(formatted);
        };
    }
}
