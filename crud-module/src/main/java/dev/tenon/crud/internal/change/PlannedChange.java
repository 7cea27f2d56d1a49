package dev.tenon.crud.internal.change;

import dev.tenon.crud.TableRow;
import dev.tenon.crud.error.Violation;
import dev.tenon.crud.internal.row.RowChanges;
import dev.tenon.crud.internal.row.RowValues;
import dev.tenon.database.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change that was checked.
 *
 * @param violations what is wrong with its values; if anything is, it is not made
 * @param options how a session has to write that makes it, and does nothing else
 * @param action makes it
 * @param inserted the values of the row, if it does nothing but insert one
 */
record PlannedChange(
        List<Violation> violations,
        WriteOptions options,
        Function<RowChanges, TableRow> action,
        Optional<RowValues> inserted) {

    PlannedChange {
        violations = List.copyOf(violations);
    }
}
