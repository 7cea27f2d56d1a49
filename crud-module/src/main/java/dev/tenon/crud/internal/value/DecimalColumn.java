package dev.tenon.crud.internal.value;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.schema.ColumnType.Decimal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A column of exact numbers, all of which have as many digits after the point as the column: what
 * is kept is the same on every engine, also where it is kept as a text. Immutable.
 *
 * @param table the name of its table
 */
public record DecimalColumn(String table, String name, Decimal type) {

    /**
     * Returns a number as it is stored.
     *
     * @throws DatabaseException {@code DB-VAL-005} if the column does not take it as it is: it is
     *     not rounded
     */
    public Object stored(Object given) {
        return switch (GivenValue.of(given, type)) {
            case Conversion.Converted(var number) -> number;
            case Conversion.Refused(_, var reason) -> throw refused(given, reason);
        };
    }

    /** Returns a number as stored ones are compared with it: one that is not stored equals none. */
    public Object compared(Object given) {
        return GivenValue.of(given, type) instanceof Conversion.Converted(var number)
                ? number
                : given;
    }

    /** Returns a number that was read with the digits that the column has. */
    public BigDecimal declared(BigDecimal read) {
        return StoredValue.inScale(read, type.scale());
    }

    private DatabaseException refused(Object given, String reason) {
        var now = ErrorContext.now();
        return DatabaseException.of(
                DatabaseError.TYPE,
                Problem.error(
                        DatabaseError.TYPE,
                        "The column '%s' of the table '%s' does not take the number %s."
                                .formatted(name, table, given),
                        "It is a %s. %s".formatted(type, reason),
                        "Round the number as it is meant, or let the column have more digits."),
                new ErrorContext(
                        now.time(),
                        now.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("table", table, "column", name)),
                CommitOutcome.NOT_APPLIED);
    }
}
