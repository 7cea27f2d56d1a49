package dev.tenon.crud.internal.query.check;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.checked.CheckedQuery.SortedColumn;
import dev.tenon.crud.internal.query.flaw.Flaws;
import dev.tenon.crud.internal.query.flaw.QueryFlaw;
import dev.tenon.crud.internal.query.flaw.Source;
import dev.tenon.crud.internal.query.tree.Expression;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.query.tree.Statement.Sorting;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The {@code @OrderBy} annotations of a method, in their order. */
public record AnnotatedOrder(List<OrderBy> all) {

    /**
     * One annotation.
     *
     * @param property the attribute, or {@code id(this)}
     */
    public record OrderBy(String property, boolean isAscending, boolean ignoresCase) {}

    /** That of a method without any. */
    public static final AnnotatedOrder NONE = new AnnotatedOrder(List.of());

    public AnnotatedOrder {
        all = List.copyOf(all);
    }

    /** Returns what an annotation calls an attribute: a path with dots, or the key. */
    public static Expression attribute(String property, Span span) {
        return property.equals("id(this)")
                ? new Expression.Key(span)
                : new Expression.Path(List.of(property.split("\\.", -1)), span);
    }

    List<SortedColumn> of(Attributes attributes, Flaws flaws) {
        var own = flaws.in(new Source.OrderBy(all.stream().map(OrderBy::property).toList()));
        return new Sortings(new Paths(attributes, Optional.empty(), own), own)
                .of(IntStream.range(0, all.size()).mapToObj(this::sorting).toList());
    }

    private Sorting sorting(int index) {
        var order = all.get(index);
        return new Sorting(
                attribute(order.property(), new Span(index, index + 1)),
                order.isAscending(),
                order.ignoresCase());
    }

    /** Adds the flaw of annotations on a method whose results have no order. */
    void refuse(Flaws flaws) {
        if (!all.isEmpty()) {
            flaws.add(
                    new QueryFlaw(
                            "The method has @OrderBy, and returns no rows.",
                            "Only rows are sorted.",
                            "Remove @OrderBy."));
        }
    }
}
