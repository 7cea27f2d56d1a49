package dev.tenon.crud.internal.validation;

import dev.tenon.crud.error.Violation;
import dev.tenon.crud.internal.row.RowValues;
import java.util.List;
import java.util.Optional;

/**
 * Values of a row that were checked.
 *
 * @param values those to be written, if nothing is wrong
 * @param version the version that the row has to have, if it was among the values of a change
 * @param violations everything that is wrong
 */
public record CheckedRow(RowValues values, Optional<Object> version, List<Violation> violations) {

    public CheckedRow {
        violations = List.copyOf(violations);
    }
}
