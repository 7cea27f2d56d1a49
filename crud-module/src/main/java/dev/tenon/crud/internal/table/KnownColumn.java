package dev.tenon.crud.internal.table;

import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.value.StoredValue;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is served.
 *
 * @param column what the schema says of it
 * @param position where it stands in its table, from 0
 * @param quoted its name as it stands in a statement
 * @param ordered it as it stands where values are sorted, or compared otherwise than by equality
 * @param readAs as what it is read
 */
public record KnownColumn(
        Column column, int position, String quoted, String ordered, Class<?> readAs) {

    static KnownColumn of(Column column, int position, Syntax syntax) {
        var quoted = syntax.quote(column.name());
        return new KnownColumn(
                column,
                position,
                quoted,
                syntax.keepsAsText(column.type())
                        ? syntax.say(Phrase.KEPT_NUMBER, Fragment.text(quoted)).sql()
                        : quoted,
                StoredValue.type(column.type()));
    }

    /** Returns whether its values can be sorted, and compared otherwise than by equality. */
    public boolean isOrdered() {
        return type() != Plain.JSON && type() != Plain.BYTES;
    }

    /**
     * Columns are keys of maps for every row: what the schema says of them is not compared first.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof KnownColumn known
                        && position == known.position
                        && column.equals(known.column)
                        && readAs.equals(known.readAs));
    }

    @Override
    public int hashCode() {
        return column.name().hashCode();
    }

    /** Returns its name. */
    public String name() {
        return column.name();
    }

    /** Returns what it holds. */
    public ColumnType type() {
        return column.type();
    }

    /** Returns whether it can be NULL. */
    public boolean isNullable() {
        return column.isNullable();
    }

    /** Returns whether a row can be inserted without it. */
    public boolean isOptional() {
        return column.isNullable() || column.isGenerated() || column.defaultValue().isPresent();
    }

    /** Returns whether it holds texts that can be searched. */
    public boolean isText() {
        return type() instanceof ColumnType.Varchar || type() == Plain.TEXT;
    }

    /** Returns what it holds, as the reason why it cannot be sorted or compared. */
    public String holding() {
        return "It holds " + type() + ".";
    }
}
