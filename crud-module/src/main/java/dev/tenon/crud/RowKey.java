package dev.tenon.crud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The primary key of a row. Immutable.
 *
 * @param values one for each column of the key, in its order; see {@link CrudTable} for their types
 */
public record RowKey(List<Object> values) {

    /**
     * Makes a key.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public RowKey {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A key has at least one value.");
        }
    }

    /** Returns a key of the values. */
    public static RowKey of(Object first, Object... others) {
        var values = new ArrayList<>();
        values.add(first);
        values.addAll(Arrays.asList(others));
        return new RowKey(values);
    }

    /** Returns a key of texts as they stand in an address, see {@link TextForm}. */
    public static RowKey ofTexts(List<String> texts) {
        return new RowKey(texts.stream().<Object>map(TextForm::new).toList());
    }
}
