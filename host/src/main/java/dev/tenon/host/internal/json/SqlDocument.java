package dev.tenon.host.internal.json;

import dev.tenon.database.admin.StatementResult;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenon db sql --json} prints.
 *
 * @param results what each statement has brought
 */
public record SqlDocument(List<Result> results) {

    /**
     * What one statement has brought.
     *
     * @param columns the names of the columns; empty if it has no rows
     * @param rows the values of each row, in the order of the columns; binary ones in hexadecimal
     *     digits
     * @param more whether there are more rows than --limit
     * @param changed how many rows it has changed
     */
    public record Result(
            List<String> columns, List<List<Optional<Object>>> rows, boolean more, long changed) {}

    /** Returns the document for the given results. */
    public static SqlDocument of(List<StatementResult> results) {
        return new SqlDocument(
                results.stream()
                        .map(r -> new Result(r.columns(), r.rows(), r.isCut(), r.changed()))
                        .toList());
    }
}
