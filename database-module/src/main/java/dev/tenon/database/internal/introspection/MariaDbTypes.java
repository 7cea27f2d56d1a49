package dev.tenon.database.internal.introspection;

import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Native;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;

/** Tells the type of a column of MariaDB or MySQL. */
public final class MariaDbTypes {

    private MariaDbTypes() {}

    /** Returns the type that stands for all for which MariaDB has the same one. */
    public static ColumnType same(ColumnType type) {
        return type == Plain.TIMESTAMP_LOCAL ? Plain.TIMESTAMP : type;
    }

    /** MariaDB tells the width in which a whole number is shown, MySQL does not. */
    static ColumnType of(String columnType) {
        int open = columnType.indexOf('(');
        boolean isLimited = open >= 0 && columnType.endsWith(")");
        var name = isLimited ? columnType.substring(0, open) : columnType;
        var limits = isLimited ? columnType.substring(open + 1, columnType.length() - 1) : "";
        return switch (name) {
            case "smallint" -> Plain.SMALLINT;
            case "int" -> Plain.INTEGER;
            case "bigint" -> Plain.BIGINT;
            case "longtext" -> Plain.TEXT;
            case "longblob" -> Plain.BYTES;
            case "json" -> Plain.JSON;
            case "date" -> Plain.DATE;
            case "float" -> limits.isEmpty() ? Plain.REAL : new Native(columnType);
            case "double" -> limits.isEmpty() ? Plain.DOUBLE : new Native(columnType);
            case "tinyint" -> limits.equals("1") ? Plain.BOOLEAN : new Native(columnType);
            case "time" -> limits.equals("6") ? Plain.TIME : new Native(columnType);
            case "datetime" -> limits.equals("6") ? Plain.TIMESTAMP : new Native(columnType);
            case "char" -> limits.equals("36") ? Plain.UUID : new Native(columnType);
            case "varchar" -> new Varchar(Integer.parseInt(limits));
            case "decimal" -> {
                var numbers = limits.split(",", -1);
                yield new Decimal(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            }
            default -> new Native(columnType);
        };
    }
}
