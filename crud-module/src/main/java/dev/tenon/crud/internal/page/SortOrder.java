package dev.tenon.crud.internal.page;

import dev.tenon.crud.SortColumn;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.sql.SortKey;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * By what rows are sorted: what was asked for, and then the key, so that no two are the same.
 *
 * @param columns the columns
 * @param keys the same for statements
 */
record SortOrder(List<KnownColumn> columns, List<SortKey> keys) {

    SortOrder {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    static SortOrder of(KnownTable table, List<SortColumn> wanted) {
        var columns = new ArrayList<KnownColumn>();
        var keys = new ArrayList<SortKey>();
        var seen = new HashSet<String>();
        for (SortColumn by : wanted) {
            var column = table.require(by.column());
            if (!column.isOrdered()) {
                throw refused(table, column, column.holding());
            }
            if (!seen.add(by.column())) {
                throw refused(table, column, "It is there twice.");
            }
            if (by.ignoresCase() && !column.isText()) {
                throw refused(table, column, "It holds " + column.type() + ", which has no case.");
            }
            columns.add(column);
            keys.add(
                    new SortKey(
                            column.ordered(),
                            !by.isDescending(),
                            by.ignoresCase(),
                            column.isNullable()));
        }
        for (KnownColumn column : table.key()) {
            // A text whose case was ignored does not yet tell its row from others.
            boolean isThere =
                    wanted.stream()
                            .anyMatch(s -> s.column().equals(column.name()) && !s.ignoresCase());
            if (!isThere) {
                columns.add(column);
                keys.add(new SortKey(column.ordered(), true, false, column.isNullable()));
            }
        }
        return new SortOrder(columns, keys);
    }

    private static RuntimeException refused(KnownTable table, KnownColumn column, String cause) {
        return table.refused(
                CrudError.INVALID_SORT,
                "Rows of %s cannot be sorted by the column '%s'."
                        .formatted(table.name(), column.name()),
                cause);
    }
}
