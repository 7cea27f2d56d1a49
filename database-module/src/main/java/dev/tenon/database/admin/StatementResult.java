package dev.tenon.database.admin;

import java.util.List;
import java.util.Optional;

/**
 * What a statement of somebody who tends a database has brought.
 *
 * @param columns the names of the columns; none if it has no rows
 * @param rows the values of each row, nothing for null: {@link Number} and {@link Boolean} as they
 *     are, binary ones in hexadecimal digits, the others as text
 * @param isCut whether there are more rows than were wanted
 * @param changed how many rows it has changed, or 0
 */
public record StatementResult(
        List<String> columns, List<List<Optional<Object>>> rows, boolean isCut, long changed) {

    public StatementResult {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
