package dev.tenon.crud.internal.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a statement: text, and between it the places of values. Immutable.
 *
 * @param <V> what stands for a value: the value itself, or where it comes from
 */
public record Fragment<V extends @Nullable Object>(List<Part<V>> parts) {

    /** Text, or the place of a value. */
    public sealed interface Part<V extends @Nullable Object> {}

    /** Text as it is sent. */
    public record Text<V extends @Nullable Object>(String sql) implements Part<V> {}

    /** The place of a value, which is bound. */
    public record Value<V extends @Nullable Object>(V value) implements Part<V> {}

    public Fragment {
        parts = List.copyOf(parts);
    }

    /** Returns a fragment of text alone. */
    public static <V extends @Nullable Object> Fragment<V> text(String sql) {
        return new Fragment<>(List.of(new Text<>(sql)));
    }

    /** Returns the place of a value. */
    public static <V extends @Nullable Object> Fragment<V> value(V value) {
        return new Fragment<>(List.of(new Value<>(value)));
    }

    /** Returns the text, with a question mark for each value. */
    public String sql() {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Text<V>(var sql) -> sql;
                            case Value<V> _ -> "?";
                        })
                .collect(Collectors.joining());
    }

    /** Returns the values in the order of the question marks. Cannot be changed. */
    public List<V> values() {
        var values = new ArrayList<V>();
        for (var part : parts) {
            if (part instanceof Value<V>(var value)) {
                values.add(value);
            }
        }
        // List.copyOf refuses null, which is a value here.
        return Collections.unmodifiableList(values);
    }
}
