package dev.tenon.crud.internal.repository.run;

import dev.tenon.crud.internal.repository.plan.Specials;
import jakarta.data.Limit;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, by what they are for. */
final class Arguments {

    private Arguments() {}

    /** Returns those at the positions. */
    static @Nullable Object[] pick(@Nullable Object[] arguments, List<Integer> positions) {
        if (positions.size() == arguments.length) {
            return arguments;
        }
        var picked = new @Nullable Object[positions.size()];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = arguments[positions.get(i)];
        }
        return picked;
    }

    /**
     * Returns by what results are to be sorted.
     *
     * @throws NullPointerException if one of them is null
     */
    static List<Sort<?>> sorts(@Nullable Object[] arguments, Specials specials) {
        if (specials.sorts().isEmpty()) {
            return List.of();
        }
        var sorts = new ArrayList<Sort<?>>();
        for (int position : specials.sorts()) {
            switch (arguments[position]) {
                case null -> throw new NullPointerException("a Sort or Order is null");
                case Sort<?> sort -> sorts.add(sort);
                case Order<?> order -> sorts.addAll(order.sorts());
                case Object[] several ->
                        Arrays.stream(several).forEach(sort -> sorts.add((Sort<?>) sort));
                case Object other -> throw new IllegalArgumentException(other.toString());
            }
        }
        sorts.forEach(sort -> Objects.requireNonNull(sort, "a Sort is null"));
        return sorts;
    }

    static Optional<Limit> limit(@Nullable Object[] arguments, Specials specials) {
        return specials.limits().stream()
                .findFirst()
                .map(i -> (Limit) Objects.requireNonNull(arguments[i], "the Limit is null"));
    }

    /**
     * Requires that a page is wanted by its number.
     *
     * @throws IllegalArgumentException if it begins behind or before a row
     */
    static void requireNumbered(PageRequest request) {
        if (request.mode() != Mode.OFFSET) {
            throw new IllegalArgumentException(
                    "A page that begins behind a row is wanted of a method that does not return"
                            + " CursoredPage. Let it return CursoredPage, or ask for a page by its"
                            + " number.");
        }
    }

    static Optional<PageRequest> page(@Nullable Object[] arguments, Specials specials) {
        return specials.pages().stream()
                .findFirst()
                .map(i ->
                        (PageRequest)
                                Objects.requireNonNull(arguments[i], "the PageRequest is null"));
    }
}
