package dev.tenon.database.internal.lint;

import dev.tenon.database.engine.Dialect;
import dev.tenon.database.internal.dialect.SqliteDialect;
import dev.tenon.database.internal.difference.ColumnChange.ColumnTypeChanged;
import dev.tenon.database.schema.Column;
import dev.tenon.database.schema.ColumnType;
import dev.tenon.database.schema.ColumnType.Decimal;
import dev.tenon.database.schema.ColumnType.Plain;
import dev.tenon.database.schema.ColumnType.Varchar;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What another type means for the values that are there. */
enum TypeChange {
    SAME,
    /** Every value fits, and the engine need not touch the rows. */
    WIDER_IN_PLACE,
    /** Every value fits, and the engine writes every row anew. */
    WIDER,
    /** A value may not fit. */
    NARROWER;

    private static final Pattern OF_LENGTH =
            Pattern.compile("(?:VARCHAR|CHARACTER VARYING|STRING) ?\\((\\d+)\\)");
    private static final Pattern OF_DIGITS =
            Pattern.compile("(?:DECIMAL|NUMERIC|DEC) ?\\((\\d+)(?:,(\\d+))?\\)");

    /**
     * Compares a type with the one that a statement names.
     *
     * @param before the type that the column has, if it is known
     * @param text the new type, in capitals
     */
    static TypeChange of(Optional<ColumnType> before, String text, Dialect dialect) {
        var from = before.flatMap(t -> parsed(dialect.type(t), dialect));
        var to = parsed(text, dialect);
        if (from.isEmpty() || to.isEmpty()) {
            return NARROWER;
        }
        if (from.get().equals(to.get())) {
            return SAME;
        }
        var column = Column.of("column", from.get());
        var change = new ColumnTypeChanged("table", column, Column.of("column", to.get()));
        if (change.isDestructive()) {
            return NARROWER;
        }
        return isInPlace(from.get(), to.get()) || dialect instanceof SqliteDialect
                ? WIDER_IN_PLACE
                : WIDER;
    }

    /** https://www.postgresql.org/docs/18/sql-altertable.html, the notes. */
    private static boolean isInPlace(ColumnType from, ColumnType to) {
        return (from instanceof Varchar && (to instanceof Varchar || to == Plain.TEXT))
                || (from instanceof Decimal(_, int before)
                        && to instanceof Decimal(_, int after)
                        && before == after);
    }

    private static Optional<ColumnType> parsed(String text, Dialect dialect) {
        var type = text.strip().toUpperCase(Locale.ROOT).replace(", ", ",");
        var length = OF_LENGTH.matcher(type);
        if (length.matches()) {
            return Optional.of(new Varchar(Integer.parseInt(length.group(1))));
        }
        var digits = OF_DIGITS.matcher(type);
        if (digits.matches()) {
            var scale = Optional.ofNullable(digits.group(2)).map(Integer::parseInt).orElse(0);
            return Optional.of(new Decimal(Integer.parseInt(digits.group(1)), scale));
        }
        return Arrays.stream(Plain.values())
                .filter(p -> dialect.type(p).equalsIgnoreCase(type) || p.name().equals(type))
                .map(ColumnType.class::cast)
                .findFirst();
    }
}
