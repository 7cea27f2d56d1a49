package dev.tenon.database.schema;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One column of a table. The methods that change something return a changed copy.
 *
 * @param name any name: names are always quoted
 * @param type what it holds
 * @param isNullable whether a row may have no value here; default: it must have one
 * @param defaultValue what a row gets that is inserted without a value
 * @param isUnique whether no two rows have the same value
 * @param isGenerated whether the database numbers the rows, when they are inserted without a value
 * @param formerNames the names that the column had before
 */
public record Column(
        String name,
        ColumnType type,
        boolean isNullable,
        Optional<Default> defaultValue,
        boolean isUnique,
        boolean isGenerated,
        List<String> formerNames) {

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(defaultValue, "defaultValue");
        formerNames = List.copyOf(formerNames);
    }

    /** Returns a column that must have a value. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, false, Optional.empty(), false, false, List.of());
    }

    /** Returns the column, which may have no value. */
    public Column nullable() {
        return new Column(name, type, true, defaultValue, isUnique, isGenerated, formerNames);
    }

    /** Returns the column, whose value no two rows share. */
    public Column unique() {
        return new Column(name, type, isNullable, defaultValue, true, isGenerated, formerNames);
    }

    /** Returns the column, numbered by the database. */
    public Column generated() {
        return new Column(name, type, isNullable, defaultValue, isUnique, true, formerNames);
    }

    /** Returns the column with the given default. */
    public Column withDefault(Default value) {
        return new Column(
                name, type, isNullable, Optional.of(value), isUnique, isGenerated, formerNames);
    }

    /** Returns the column with a text as its default. */
    public Column withDefault(String text) {
        return withDefault(new Default.Text(text));
    }

    /** Returns the column with a whole number as its default. */
    public Column withDefault(long number) {
        return withDefault(new Default.Numeric(BigDecimal.valueOf(number)));
    }

    /** Returns the column with a truth value as its default. */
    public Column withDefault(boolean truth) {
        return withDefault(new Default.Truth(truth));
    }

    /** Returns the column with the time of the insertion as its default. */
    public Column withDefaultNow() {
        return withDefault(new Default.Now());
    }

    /**
     * Returns the column, which had other names before: a database in which it still has one of
     * them keeps the values. Name them as long as there may be such databases.
     */
    public Column renamedFrom(String... names) {
        return new Column(
                name,
                type,
                isNullable,
                defaultValue,
                isUnique,
                isGenerated,
                Appended.to(formerNames, List.of(names)));
    }
}
