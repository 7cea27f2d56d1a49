package dev.tenon.crud.internal.change;

import dev.tenon.crud.RowKey;
import dev.tenon.crud.RowMatch;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.failure.Refusals;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.Conversion;
import dev.tenon.crud.internal.value.GivenValue;
import java.util.ArrayList;
import java.util.List;

/** The keys and versions of the rows of a table in the types of their columns. */
public record KeyValues(KnownTable table) {

    /**
     * Returns the values of a key.
     *
     * @throws dev.tenon.crud.error.RequestException if it is none of the table
     */
    public List<Object> of(RowKey key) {
        table.requireKey();
        var columns = table.key();
        if (columns.size() != key.values().size()) {
            throw table.refused(
                    CrudError.INVALID_KEY,
                    "A key of %d values was given for the table '%s'."
                            .formatted(key.values().size(), table.name()),
                    "Its key is " + table.table().primaryKey() + ".");
        }
        var values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(columns.get(i), key.values().get(i)));
        }
        return values;
    }

    /**
     * Returns what the row has to be, with a version of the type of its column.
     *
     * @throws dev.tenon.crud.error.RequestException if the table has no versions
     */
    RowMatch of(RowMatch match) {
        return switch (match) {
            case RowMatch.Any any -> any;
            case RowMatch.Hash hash -> hash;
            case RowMatch.Version(var version) ->
                    new RowMatch.Version(
                            value(
                                    table.version()
                                            .orElseThrow(() ->
                                                    table.refused(
                                                            CrudError.INVALID_KEY,
                                                            table
                                                                    + " has no version, and one was"
                                                                    + " given.",
                                                            "Its entity has no @Version; the hash of"
                                                                    + " a row takes its place.")),
                                    version));
        };
    }

    private Object value(KnownColumn column, Object given) {
        return switch (GivenValue.of(given, column.type())) {
            case Conversion.Converted(var value) -> value;
            case Conversion.Refused(_, var message) ->
                    throw table.refused(
                            CrudError.INVALID_KEY,
                            "The value for the column '%s' of the table '%s' does not fit its type"
                                            .formatted(column.name(), table.name())
                                    + " %s: %s".formatted(column.type(), message),
                            "Given: " + Refusals.shown(String.valueOf(given)) + ".");
        };
    }
}
