package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.checked.Argument;
import dev.tenon.crud.internal.query.checked.Argument.Form;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The values of one call of a query. */
final class Values {

    private final @Nullable Object[] arguments;
    private final List<?> extras;
    private final ArgumentReader reader;

    Values(@Nullable Object[] arguments, List<?> extras, ArgumentReader reader) {
        this.arguments = arguments;
        this.extras = extras;
        this.reader = reader;
    }

    /** Returns what a call gives besides arguments, at a position. */
    @Nullable Object extra(int position) {
        return extras.get(position);
    }

    /** Returns what is stored of an argument. */
    @Nullable Object of(Argument argument) {
        var value = arguments[argument.position()];
        if (value != null && !argument.path().isEmpty()) {
            value = reader.attribute(value, argument.path());
        }
        return stored(value, argument.form());
    }

    /**
     * Returns what is stored of each of the values in an argument; null is none of them.
     *
     * @throws NullPointerException if there is null in the place of the values: what is in none of
     *     no values would be everything, which can be much to delete
     */
    List<?> ofMany(Argument argument) {
        var many =
                Objects.requireNonNull(
                        arguments[argument.position()],
                        () ->
                                "The argument number "
                                        + (argument.position() + 1)
                                        + " is null, and has to hold the values to look for. Hand"
                                        + " over an empty List if there are none.");
        return elements(many)
                .filter(Objects::nonNull)
                .map(v -> stored(v, argument.form()))
                .toList();
    }

    private static Stream<? extends @Nullable Object> elements(Object many) {
        return switch (many) {
            case Collection<?> values -> values.stream();
            case Object[] values -> Arrays.stream(values);
            case Iterable<?> values -> StreamSupport.stream(values.spliterator(), false);
            // An array of a primitive type.
            case Object values ->
                    IntStream.range(0, Array.getLength(values)).mapToObj(i -> Array.get(values, i));
        };
    }

    /** Returns what is stored of a value. */
    // The position is what the column holds.
    @SuppressWarnings("EnumOrdinal")
    @Nullable Object stored(@Nullable Object value, Form form) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant when form == Form.ORDINAL -> constant.ordinal();
            case Object entity when form == Form.KEY -> reader.key(entity);
            case Object other -> other;
        };
    }
}
