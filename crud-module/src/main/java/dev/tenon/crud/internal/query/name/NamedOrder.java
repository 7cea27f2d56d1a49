package dev.tenon.crud.internal.query.name;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.tree.Expression.Path;
import dev.tenon.crud.internal.query.tree.Span;
import dev.tenon.crud.internal.query.tree.Statement.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands behind {@code OrderBy} in the name of a method. */
final class NamedOrder {

    private static final Pattern DIRECTION = Pattern.compile("(Asc|Desc)(?=\\p{Lu}|_|$)");
    private static final String IGNORE_CASE = "IgnoreCase";

    private final NameText text;
    private final Attributes attributes;

    NamedOrder(NameText text, Attributes attributes) {
        this.text = text;
        this.attributes = attributes;
    }

    /** Returns the sorting, and adds a flaw for each part that names no attribute. */
    List<Sorting> read(Span span) {
        var order = new ArrayList<Sorting>();
        var directions = DIRECTION.matcher(text.name()).region(span.start(), span.end());
        int start = span.start();
        while (directions.find()) {
            var item = new Span(start, directions.start());
            boolean isAscending = directions.group().equals("Asc");
            var sorting = sorting(item, isAscending);
            // The name of the attribute may hold the word.
            if (sorting.isPresent()) {
                order.add(sorting.get());
                start = directions.end();
            }
        }
        if (start < span.end() || order.isEmpty()) {
            var rest = new Span(start, span.end());
            sorting(rest, true)
                    .ifPresentOrElse(order::add, () -> text.unknownAttribute(rest, text.of(rest)));
        }
        return order;
    }

    private Optional<Sorting> sorting(Span span, boolean isAscending) {
        var name = text.of(span);
        boolean ignoresCase = name.endsWith(IGNORE_CASE) && attributes.called(name).isEmpty();
        var subject = ignoresCase ? name.substring(0, name.length() - IGNORE_CASE.length()) : name;
        return attributes
                .called(subject)
                .map(a ->
                        new Sorting(
                                new Path(List.of(a.path().split("\\.", -1)), span),
                                isAscending,
                                ignoresCase));
    }
}
