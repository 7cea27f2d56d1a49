package dev.tenon.crud.internal.query.checked;

import dev.tenon.crud.internal.query.attribute.Attributes;
import dev.tenon.crud.internal.query.attribute.FoundAttribute;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A query that makes sense. */
public sealed interface CheckedQuery {

    /** Returns the entity that is queried, with its attributes. */
    Attributes attributes();

    /** Returns which rows it is about; nothing is all of them. */
    Optional<Restriction> where();

    /** What a search answers with. */
    enum Answer {
        /** Rows. */
        ROWS,
        /** How many rows there are. */
        COUNT,
        /** Whether there is a row. */
        EXISTENCE
    }

    /**
     * Asks for rows.
     *
     * @param selection the attributes that are asked for; empty stands for the entity
     * @param limit how many rows at most
     */
    record Search(
            Attributes attributes,
            Answer answer,
            List<FoundAttribute> selection,
            Optional<Restriction> where,
            List<SortedColumn> order,
            OptionalInt limit)
            implements CheckedQuery {

        public Search {
            selection = List.copyOf(selection);
            order = List.copyOf(order);
        }
    }

    /** Changes rows. */
    record Change(Attributes attributes, List<NewValue> values, Optional<Restriction> where)
            implements CheckedQuery {

        public Change {
            values = List.copyOf(values);
        }
    }

    /** Deletes rows. */
    record Removal(Attributes attributes, Optional<Restriction> where) implements CheckedQuery {}

    /**
     * By what rows are sorted.
     *
     * @param path the attribute
     */
    record SortedColumn(
            String path, Scalar.Column column, boolean isAscending, boolean ignoresCase) {}

    /**
     * A new value of a column.
     *
     * @param value nothing is NULL
     */
    record NewValue(String column, Optional<Scalar> value) {}
}
