package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.entity.RowObjects;
import dev.tenon.crud.internal.query.render.ArgumentReader;
import dev.tenon.crud.internal.query.render.BoundQuery;
import dev.tenon.crud.internal.query.render.RenderedSearch;
import dev.tenon.crud.internal.query.render.Window;
import dev.tenon.crud.internal.repository.plan.PlannedMethod.Querying;
import dev.tenon.database.Query;
import dev.tenon.database.Session;
import jakarta.data.Limit;
import jakarta.data.Sort;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows, and hands over what becomes of them.
 *
 * @param isUnique whether there cannot be more than one, so that nobody need look
 * @param results how they are handed over
 */
record SearchCall(
        Querying method,
        RenderedSearch search,
        boolean isUnique,
        RowObjects rows,
        Results results,
        ArgumentReader reader,
        Executor executor)
        implements Call {

    /** Two are enough to see that there is not one. */
    private static final Limit TWO = Limit.of(2);

    @Override
    public @Nullable Object run(Object repository, @Nullable Object[] arguments) {
        var bound = bind(arguments);
        return switch (method.result().form()) {
            case STREAM -> executor.read(rows.options(), s -> stream(s, bound), stream -> stream);
            default ->
                    executor.read(rows.options(), s -> rows.list(s, query(s, bound)), results::of);
        };
    }

    private BoundQuery bind(@Nullable Object[] arguments) {
        var own = Arguments.pick(arguments, method.arguments());
        if (isUnique) {
            return search.whole().bind(own, reader);
        }
        var sorts = Arguments.sorts(arguments, method.specials());
        return search.bind(own, window(arguments, sorts), reader);
    }

    private Window window(@Nullable Object[] arguments, List<Sort<?>> sorts) {
        var page = Arguments.page(arguments, method.specials());
        if (page.isPresent()) {
            Arguments.requireNumbered(page.get());
            return Window.page(sorts, page.get(), 0);
        }
        return Arguments.limit(arguments, method.specials())
                .map(limit -> Window.limited(sorts, limit))
                .orElseGet(() ->
                        method.result().form().isSeveral()
                                ? Window.sorted(sorts)
                                : Window.limited(sorts, TWO));
    }

    /** Rows can only be read later if the session goes on: within a transaction. */
    private Stream<? extends @Nullable Object> stream(Session session, BoundQuery bound) {
        var query = query(session, bound);
        return executor.isAsync() || session.isReadOnly()
                ? rows.list(session, query).stream()
                : executor.failures().within(rows.stream(session, query));
    }

    private static Query query(Session session, BoundQuery bound) {
        return session.query(bound.sql(), bound.values());
    }
}
