package dev.tenon.crud;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of rows. Immutable.
 *
 * @param rows the rows in their order
 * @param size how many there are at most
 * @param hasNext whether there are rows behind them
 * @param hasPrevious whether there are rows before them
 * @param next the cursor of the page behind them; nothing if there is none, or the table has no key
 * @param previous the cursor of the page before them; nothing if there is none, or the table has no
 *     key
 * @param total how many rows the filter finds in all, as {@link RowQuery#count()} asks for
 */
public record RowPage(
        List<TableRow> rows,
        int size,
        boolean hasNext,
        boolean hasPrevious,
        Optional<String> next,
        Optional<String> previous,
        OptionalLong total) {

    public RowPage {
        rows = List.copyOf(rows);
    }
}
