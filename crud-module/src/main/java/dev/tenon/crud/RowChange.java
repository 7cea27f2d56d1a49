package dev.tenon.crud;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the changes of {@link CrudTable#bulk}, see the methods of that name there. Immutable. */
public sealed interface RowChange {

    /** See {@link CrudTable#create}. */
    record Create(Map<String, @Nullable Object> values) implements RowChange {
        public Create {
            values = copy(values);
        }
    }

    /** See {@link CrudTable#update(RowKey, Map, RowMatch)}. */
    record Update(RowKey key, Map<String, @Nullable Object> values, RowMatch match)
            implements RowChange {
        public Update {
            values = copy(values);
        }
    }

    /** See {@link CrudTable#patch(RowKey, Map, RowMatch)}. */
    record Patch(RowKey key, Map<String, @Nullable Object> values, RowMatch match)
            implements RowChange {
        public Patch {
            values = copy(values);
        }
    }

    /** See {@link CrudTable#upsert}. */
    record Upsert(Map<String, @Nullable Object> values) implements RowChange {
        public Upsert {
            values = copy(values);
        }
    }

    /** See {@link CrudTable#delete(RowKey, RowMatch)}. */
    record Delete(RowKey key, RowMatch match) implements RowChange {}

    /** Returns a change that inserts a row. */
    static RowChange create(Map<String, ? extends @Nullable Object> values) {
        return new Create(view(values));
    }

    /** Returns a change that replaces a row, whatever it is now. */
    static RowChange update(RowKey key, Map<String, ? extends @Nullable Object> values) {
        return update(key, values, RowMatch.any());
    }

    /** Returns a change that replaces a row if the row matches. */
    static RowChange update(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match) {
        return new Update(key, view(values), match);
    }

    /** Returns a change of some columns of a row, whatever it is now. */
    static RowChange patch(RowKey key, Map<String, ? extends @Nullable Object> values) {
        return patch(key, values, RowMatch.any());
    }

    /** Returns a change of some columns of a row, if the row matches. */
    static RowChange patch(
            RowKey key, Map<String, ? extends @Nullable Object> values, RowMatch match) {
        return new Patch(key, view(values), match);
    }

    /** Returns a change that inserts a row, or changes the one with its key. */
    static RowChange upsert(Map<String, ? extends @Nullable Object> values) {
        return new Upsert(view(values));
    }

    /** Returns a change that deletes a row, whatever it is now. */
    static RowChange delete(RowKey key) {
        return new Delete(key, RowMatch.any());
    }

    /** Returns the values in the type of the constructors, which copy them. */
    private static Map<String, @Nullable Object> view(
            Map<String, ? extends @Nullable Object> values) {
        return Collections.unmodifiableMap(values);
    }

    /** Map.copyOf refuses null, which is a value here. */
    private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> values) {
        var copy = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(values.size());
        values.forEach(copy::put);
        return Collections.unmodifiableMap(copy);
    }
}
