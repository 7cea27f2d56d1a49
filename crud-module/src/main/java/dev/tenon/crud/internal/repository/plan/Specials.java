package dev.tenon.crud.internal.repository.plan;

import dev.tenon.crud.internal.repository.declare.JavaType;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.util.List;

/**
 * Where the parameters stand that say which results are wanted, and in which order.
 *
 * @param limits of type {@code Limit}
 * @param pages of type {@code PageRequest}
 * @param sorts of type {@code Sort}, {@code Sort[]} or {@code Order}
 */
public record Specials(List<Integer> limits, List<Integer> pages, List<Integer> sorts) {

    public Specials {
        limits = List.copyOf(limits);
        pages = List.copyOf(pages);
        sorts = List.copyOf(sorts);
    }

    /** Returns whether a parameter of the type is one of them. */
    static boolean isOne(JavaType type) {
        return isLimit(type) || isPage(type) || isSort(type);
    }

    static boolean isLimit(JavaType type) {
        return type.is(Limit.class);
    }

    static boolean isPage(JavaType type) {
        return type.is(PageRequest.class);
    }

    static boolean isSort(JavaType type) {
        return type.is(Sort.class)
                || type.is(Order.class)
                || (type.isArray() && type.arguments().getFirst().is(Sort.class));
    }

    /** Returns whether there are none. */
    public boolean areNone() {
        return limits.isEmpty() && pages.isEmpty() && sorts.isEmpty();
    }
}
