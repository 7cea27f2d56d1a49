package dev.tenon.crud.internal.query.render;

import jakarta.data.Limit;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows of a search one call wants, and in which order.
 *
 * @param sorts by what they are sorted, after what the query itself is sorted by
 * @param limit how many at most
 * @param offset how many are skipped first
 * @param cursor the row behind which they begin
 * @param isBackward whether the rows before that row are wanted: they come in the opposite order
 */
public record Window(
        List<Sort<?>> sorts,
        OptionalLong limit,
        long offset,
        Optional<Cursor> cursor,
        boolean isBackward) {

    public Window {
        sorts = List.copyOf(sorts);
    }

    /** Returns one of all rows. */
    public static Window sorted(List<Sort<?>> sorts) {
        return new Window(sorts, OptionalLong.empty(), 0, Optional.empty(), false);
    }

    /** Returns one of so many rows. */
    public static Window limited(List<Sort<?>> sorts, Limit limit) {
        return new Window(
                sorts,
                OptionalLong.of(limit.maxResults()),
                limit.startAt() - 1,
                Optional.empty(),
                false);
    }

    /**
     * Returns one of a page.
     *
     * @param more how many rows are wanted besides those of the page, to see whether others follow
     */
    public static Window page(List<Sort<?>> sorts, PageRequest request, int more) {
        boolean isOffset = request.mode() == PageRequest.Mode.OFFSET;
        return new Window(
                sorts,
                OptionalLong.of((long) request.size() + more),
                isOffset ? skipped(request) : 0,
                isOffset ? Optional.empty() : request.cursor(),
                request.mode() == PageRequest.Mode.CURSOR_PREVIOUS);
    }

    /** No table has more rows than a long counts: behind them there is nothing. */
    private static long skipped(PageRequest request) {
        long pages = request.page() - 1;
        return pages > Long.MAX_VALUE / request.size() ? Long.MAX_VALUE : pages * request.size();
    }
}
