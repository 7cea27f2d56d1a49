package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.entity.EntityAccess;
import dev.tenon.crud.internal.entity.RowObjects;
import dev.tenon.crud.internal.query.render.ArgumentReader;
import dev.tenon.crud.internal.query.render.BoundQuery;
import dev.tenon.crud.internal.query.render.RenderedQuery;
import dev.tenon.crud.internal.query.render.RenderedSearch;
import dev.tenon.crud.internal.query.render.Window;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Querying;
import dev.tenon.database.ReadOptions;
import dev.tenon.database.Session;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Mode;
import jakarta.data.page.impl.CursoredPageRecord;
import jakarta.data.page.impl.PageRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of rows. One row more than the page has is read, to see whether another page
 * follows.
 *
 * @param entity whose attributes the cursors consist of; nothing if the page has none
 * @param count how many rows there are on all pages, counted where a call wants it
 */
record PageCall(
        Querying method,
        RenderedSearch search,
        RenderedQuery count,
        RowObjects rows,
        Optional<EntityAccess> entity,
        ArgumentReader reader,
        Executor executor)
        implements Call {

    private static final long NOT_COUNTED = -1;

    /** What one session has read. */
    private record Read(List<? extends @Nullable Object> rows, boolean isMore, long total) {}

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) {
        var own = Arguments.pick(arguments, method.arguments());
        var sorts = Arguments.sorts(arguments, method.specials());
        var request = Arguments.page(arguments, method.specials()).orElseThrow();
        if (entity.isEmpty()) {
            Arguments.requireNumbered(request);
        }
        var bound = search.bind(own, Window.page(sorts, request, 1), reader);
        var counting =
                request.requestTotal()
                        ? Optional.of(count.bind(own, reader))
                        : Optional.<BoundQuery>empty();
        return executor.read(
                request.requestTotal() ? ReadOptions.DEFAULT : rows.options(),
                session -> read(session, request, bound, counting),
                read ->
                        entity.<Page<?>>map(e -> cursored(e, request, read, search.sortedBy(sorts)))
                                .orElseGet(() -> numbered(request, read)));
    }

    private Read read(
            Session session, PageRequest request, BoundQuery bound, Optional<BoundQuery> counting) {
        var found = rows.list(session, session.query(bound.sql(), bound.values()));
        boolean isMore = found.size() > request.size();
        var page = isMore ? found.subList(0, request.size()) : found;
        if (request.mode() == Mode.CURSOR_PREVIOUS) {
            page = page.reversed();
        }
        int size = page.size();
        long total =
                counting.map(query -> total(session, request, size, isMore, query))
                        .orElse(NOT_COUNTED);
        return new Read(page, isMore, total);
    }

    /** The last page tells by itself how many rows there are. */
    private static long total(
            Session session, PageRequest request, int size, boolean isMore, BoundQuery counting) {
        boolean isLast = !isMore && (size > 0 || request.page() == 1);
        return isLast && request.mode() == Mode.OFFSET
                ? (request.page() - 1) * request.size() + size
                : session.query(counting.sql(), counting.values()).one(Long.class);
    }

    private static Page<?> numbered(PageRequest request, Read read) {
        return new PageRecord<>(request, read.rows, read.total, read.isMore);
    }

    private static Page<?> cursored(
            EntityAccess entity, PageRequest request, Read read, List<String> attributes) {
        var cursors = read.rows.stream().map(row -> cursor(entity, row, attributes)).toList();
        boolean isEmpty = read.rows.isEmpty();
        boolean isFirst =
                switch (request.mode()) {
                    case OFFSET -> request.page() == 1;
                    case CURSOR_NEXT -> false;
                    case CURSOR_PREVIOUS -> !read.isMore;
                };
        boolean isLast = request.mode() != Mode.CURSOR_PREVIOUS && !read.isMore;
        return new CursoredPageRecord<>(
                read.rows, cursors, read.total, request, isFirst || isEmpty, isLast || isEmpty);
    }

    private static PageRequest.Cursor cursor(
            EntityAccess entity, @Nullable Object row, List<String> attributes) {
        var values = new @Nullable Object[attributes.size()];
        for (int i = 0; i < values.length && row != null; i++) {
            values[i] = entity.value(row, attributes.get(i));
        }
        return PageRequest.Cursor.forKey(values);
    }
}
