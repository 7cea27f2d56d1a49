package dev.tenon.crud.internal.row;

import dev.tenon.crud.Expanded;
import dev.tenon.crud.RowKey;
import dev.tenon.crud.RowMatch;
import dev.tenon.crud.TableRow;
import dev.tenon.crud.internal.table.KnownColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that was read. */
final class ReadRow implements TableRow {

    private final RowShape shape;
    private final @Nullable Object[] values;
    private final Map<String, Expanded> expanded;

    ReadRow(RowShape shape, @Nullable Object[] values, Map<String, Expanded> expanded) {
        this.shape = shape;
        this.values = values;
        this.expanded = Collections.unmodifiableMap(expanded);
    }

    @Override
    public String table() {
        return shape.table().name();
    }

    @Override
    public List<String> columns() {
        return List.copyOf(shape.shown().keySet());
    }

    @Override
    public @Nullable Object get(String column) {
        var place = shape.shown().get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "A row of the table %s has no column '%s' here, but %s."
                            .formatted(table(), column, columns()));
        }
        return own(values[place]);
    }

    @Override
    public <T> Optional<T> get(String column, Class<T> type) {
        return Optional.ofNullable(get(column)).map(type::cast);
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        shape.shown().forEach((column, place) -> all.put(column, own(values[place])));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Optional<RowKey> key() {
        var columns = shape.table().key();
        if (columns.isEmpty() || !columns.stream().allMatch(this::hasValue)) {
            return Optional.empty();
        }
        return Optional.of(
                new RowKey(
                        columns.stream()
                                .map(c -> Objects.requireNonNull(shape.value(values, c)))
                                .toList()));
    }

    private boolean hasValue(KnownColumn column) {
        return shape.has(column) && shape.value(values, column) != null;
    }

    @Override
    public Optional<String> hash() {
        return shape.isWhole() ? Optional.of(RowHash.of(shape, values)) : Optional.empty();
    }

    @Override
    public RowMatch unchanged() {
        return shape.table()
                .version()
                .filter(this::hasValue)
                .<RowMatch>map(
                        v -> new RowMatch.Version(Objects.requireNonNull(shape.value(values, v))))
                .or(() -> hash().map(RowMatch.Hash::new))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "A row of the table %s was read with some columns alone: %s. Read"
                                                .formatted(table(), columns())
                                        + " all to find out later whether it was changed."));
    }

    @Override
    public Map<String, Expanded> expanded() {
        return expanded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableRow row
                && row.table().equals(table())
                && row.expanded().equals(expanded)
                && row.columns().equals(columns())
                && columns().stream().allMatch(c -> Objects.deepEquals(get(c), row.get(c)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(table(), columns());
    }

    @Override
    public String toString() {
        return table() + values();
    }

    /** An array is the one value that somebody could change. */
    private static @Nullable Object own(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }
}
