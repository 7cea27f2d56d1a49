package dev.tenon.host.internal.option;

import dev.tenon.database.admin.ColumnValue;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code note.author='unknown'}: a table, a column, and an SQL expression. */
public final class ColumnValueOption implements ITypeConverter<ColumnValue> {

    @Override
    public ColumnValue convert(String value) {
        int equals = value.indexOf('=');
        int point = value.lastIndexOf('.', equals);
        if (point <= 0 || point + 1 >= equals || value.substring(equals + 1).isBlank()) {
            throw new TypeConversionException(
                    "'" + value + "' is not of the form TABLE.COLUMN=EXPRESSION");
        }
        return new ColumnValue(
                value.substring(0, point).strip(),
                value.substring(point + 1, equals).strip(),
                value.substring(equals + 1).strip());
    }
}
