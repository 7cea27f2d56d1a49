package dev.tenon.crud.internal.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the values that a column may have, for {@code IN}. Their number is rounded up, so that
 * few statements differ: the last value stands there several times.
 */
final class InList {

    private static final int LARGEST = 256;

    private final @Nullable Object[] values;

    private InList(@Nullable Object[] values) {
        this.values = values;
    }

    /** Returns lists that hold all of the values together. */
    static List<InList> of(Collection<?> values) {
        var lists = new ArrayList<InList>();
        var all = new ArrayList<@Nullable Object>(values);
        for (int from = 0; from < all.size(); from += LARGEST) {
            var some = all.subList(from, Math.min(from + LARGEST, all.size()));
            var padded = new ArrayList<@Nullable Object>(some);
            while (Integer.bitCount(padded.size()) != 1) {
                padded.add(some.getLast());
            }
            lists.add(new InList(padded.toArray()));
        }
        return lists;
    }

    @Nullable Object[] values() {
        return values;
    }

    /** Returns the place of the values in a statement. */
    String sql() {
        return "(" + String.join(", ", Collections.nCopies(values.length, "?")) + ")";
    }
}
