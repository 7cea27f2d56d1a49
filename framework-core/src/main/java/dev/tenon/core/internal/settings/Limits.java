package dev.tenon.core.internal.settings;

import dev.tenon.core.internal.source.ValueType;
import dev.tenon.core.internal.source.ValueType.JavaType;
import java.util.regex.Pattern;

/**
 * Which values of its type a setting takes, each limit as it is declared, empty for none.
 *
 * @param min the least value
 * @param max the greatest value
 * @param pattern the regular expression for the whole text
 */
record Limits(String min, String max, String pattern) {

    /** Returns whether the value, converted from the text, is within the limits. */
    boolean allow(ValueType type, String text, Object value) {
        return (pattern.isEmpty() || Pattern.matches(pattern, text))
                && (min.isEmpty() || compare(value, type.convert(min)) >= 0)
                && (max.isEmpty() || compare(value, type.convert(max)) <= 0);
    }

    /**
     * Checks the limits themselves.
     *
     * @throws IllegalArgumentException if they make no sense for the type
     */
    void check(ValueType type) {
        if (!pattern.isEmpty()) {
            var _ = Pattern.compile(pattern);
        }
        if (min.isEmpty() && max.isEmpty()) {
            return;
        }
        if (!(type instanceof JavaType java)
                || !(java.type().isPrimitive() || Comparable.class.isAssignableFrom(java.type()))) {
            throw new IllegalArgumentException("the type has no order for a min or a max");
        }
        for (String limit : new String[] {min, max}) {
            if (!limit.isEmpty()) {
                var _ = type.convert(limit);
            }
        }
    }

    /** Returns the limits as words to follow those for the type. */
    String text() {
        var range =
                min.isEmpty() && max.isEmpty()
                        ? ""
                        : max.isEmpty()
                                ? " of at least " + min
                                : min.isEmpty()
                                        ? " of at most " + max
                                        : " from " + min + " to " + max;
        return pattern.isEmpty() ? range : range + " that matches " + pattern;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object limit) {
        return ((Comparable<Object>) value).compareTo(limit);
    }
}
