package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.checked.CheckedQuery.SortedColumn;
import dev.tenon.crud.internal.query.render.Binding.Constant;
import dev.tenon.crud.internal.query.render.Binding.Extra;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Keyset;
import dev.tenon.crud.internal.sql.Portion;
import dev.tenon.crud.internal.sql.SortKey;
import dev.tenon.crud.internal.sql.SqlWriter;
import dev.tenon.crud.internal.sql.Syntax;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A search for many calls. The statement of each shape of window is made once. Safe for use by many
 * threads.
 */
public final class RenderedSearch {

    /** Each order that a call wants is a shape, and calls may want any. */
    private static final int MOST_SHAPES = 64;

    /** What the text of a statement depends on; the rest of the window is bound. */
    private record Shape(
            List<Sort<?>> sorts,
            boolean isLimited,
            boolean isOffset,
            boolean isBackward,
            List<Boolean> keyNulls) {}

    private final Syntax syntax;
    private final Fragment<Binding> head;
    private final Optional<Fragment<Binding>> where;
    private final Ordering ordering;
    private final OptionalInt limit;
    private final RenderedQuery whole;
    private final ConcurrentHashMap<Shape, RenderedQuery> shapes = new ConcurrentHashMap<>();

    /**
     * Makes one.
     *
     * @param head what stands before WHERE
     */
    RenderedSearch(
            Syntax syntax,
            Fragment<Binding> head,
            Optional<Fragment<Binding>> where,
            Ordering ordering,
            OptionalInt limit) {
        this.syntax = syntax;
        this.head = head;
        this.where = where;
        this.ordering = ordering;
        this.limit = limit;
        this.whole = render(new Shape(List.of(), false, false, false, List.of()));
    }

    /** Returns the statement for calls that want all rows as the query has them. */
    public RenderedQuery whole() {
        return whole;
    }

    /**
     * Returns the statement with the values of a call.
     *
     * @param arguments those of the query's parameters, in their order
     * @throws IllegalArgumentException if rows cannot be sorted as the window says, or its cursor
     *     has not one value for each attribute by which they are sorted
     */
    public BoundQuery bind(@Nullable Object[] arguments, Window window, ArgumentReader reader) {
        var keyNulls = window.cursor().map(RenderedSearch::nulls).orElse(List.of());
        var shape =
                new Shape(
                        window.sorts(),
                        window.limit().isPresent(),
                        window.offset() > 0,
                        window.isBackward(),
                        keyNulls);
        return query(shape).bind(new Values(arguments, extras(window, reader), reader));
    }

    /**
     * Returns the attributes by which the rows of a call are sorted, of which cursors consist.
     *
     * @throws IllegalArgumentException as {@link #bind}
     */
    public List<String> sortedBy(List<Sort<?>> sorts) {
        return ordering.columns(sorts).stream().map(SortedColumn::path).toList();
    }

    private RenderedQuery query(Shape shape) {
        var known = shapes.get(shape);
        if (known != null) {
            return known;
        }
        var rendered = render(shape);
        if (shapes.size() < MOST_SHAPES) {
            shapes.put(shape, rendered);
        }
        return rendered;
    }

    private RenderedQuery render(Shape shape) {
        var columns = ordering.columns(shape.sorts());
        var keys = ordering.keys(columns);
        var wanted = shape.isBackward() ? SortKey.reversed(keys) : keys;
        var writer = new SqlWriter<Binding>(syntax).add(head);
        where.ifPresent(condition -> writer.add(" where ").add(condition));
        if (!shape.keyNulls().isEmpty()) {
            checkCursor(columns, shape.keyNulls().size());
            writer.add(where.isPresent() ? " and " : " where ")
                    .add(new Keyset<>(wanted, keyValues(shape.keyNulls())).condition(syntax));
        }
        SortKey.write(writer, wanted);
        portion(shape).write(writer);
        return new RenderedQuery(writer.fragment());
    }

    private Portion<Binding> portion(Shape shape) {
        Optional<Binding> most =
                shape.isLimited()
                        ? Optional.of(new Extra(0))
                        : limit.isPresent()
                                ? Optional.of(new Constant(limit.getAsInt()))
                                : Optional.empty();
        Optional<Binding> skipped = shape.isOffset() ? Optional.of(new Extra(1)) : Optional.empty();
        return new Portion<>(most, skipped);
    }

    private static List<Optional<Binding>> keyValues(List<Boolean> nulls) {
        return IntStream.range(0, nulls.size())
                .mapToObj(i ->
                        nulls.get(i)
                                ? Optional.<Binding>empty()
                                : Optional.<Binding>of(new Extra(2 + i)))
                .toList();
    }

    /** Returns the limit, the offset, and the values of the cursor. */
    private List<?> extras(Window window, ArgumentReader reader) {
        var extras = new ArrayList<@Nullable Object>();
        extras.add(window.limit().orElse(0));
        extras.add(window.offset());
        if (window.cursor().isPresent()) {
            var cursor = window.cursor().get();
            var columns = ordering.columns(window.sorts());
            checkCursor(columns, cursor.size());
            var values = new Values(new @Nullable Object[0], List.of(), reader);
            for (int i = 0; i < columns.size(); i++) {
                extras.add(values.stored(cursor.get(i), ordering.form(columns.get(i).column())));
            }
        }
        return extras;
    }

    private static void checkCursor(List<SortedColumn> columns, int size) {
        if (columns.size() != size) {
            var paths = columns.stream().map(SortedColumn::path).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "The cursor has %d values, and rows are sorted by %d attributes (%s)."
                                    .formatted(size, columns.size(), paths)
                            + " Give it one value for each.");
        }
    }

    private static List<Boolean> nulls(Cursor cursor) {
        return IntStream.range(0, cursor.size()).mapToObj(i -> cursor.get(i) == null).toList();
    }
}
