package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.checked.CheckedQuery.SortedColumn;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.tree.Statement.Sorting;
import java.util.List;
import java.util.Optional;

/** Checks by what rows are sorted. */
record Sortings(Paths paths, Flaws flaws) {

    /** Returns the columns, as far as rows can be sorted by them. */
    List<SortedColumn> of(List<Sorting> order) {
        return order.stream().flatMap(sorting -> of(sorting).stream()).toList();
    }

    private Optional<SortedColumn> of(Sorting sorting) {
        var span = sorting.attribute().span();
        var attribute = paths.expect(sorting.attribute());
        var column = attribute.flatMap(a -> paths.column(a, span));
        if (attribute.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        if (sorting.ignoresCase() && !column.get().type().kind().isText()) {
            flaws.add(
                    span,
                    "Rows are sorted by '" + attribute.get().path() + "' ignoring case",
                    "Its type is " + column.get().type().shown() + ", not String.",
                    "Sort by it without ignoring case.");
            return Optional.empty();
        }
        return Optional.of(
                new SortedColumn(
                        attribute.get().path(),
                        column.get(),
                        sorting.isAscending(),
                        sorting.ignoresCase()));
    }
}
