package dev.tenon.crud.internal.query.tree;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A whole query. */
public sealed interface Statement {

    /** Returns the entity it names, if it names one. */
    Optional<Target> target();

    /** Returns which rows it is about; nothing is all of them. */
    Optional<Condition> where();

    /**
     * The entity that a query is about.
     *
     * @param entity the name of the entity
     * @param alias what the query calls it; nothing if it does not
     */
    record Target(String entity, Optional<String> alias, Span span) {}

    /** Asks for rows. */
    record Select(
            Selection selection,
            Optional<Target> target,
            Optional<Condition> where,
            List<Sorting> order,
            OptionalInt limit)
            implements Statement {

        public Select {
            order = List.copyOf(order);
        }
    }

    /** Changes rows. */
    record Update(Target entity, List<Assignment> assignments, Optional<Condition> where)
            implements Statement {

        public Update {
            assignments = List.copyOf(assignments);
        }

        @Override
        public Optional<Target> target() {
            return Optional.of(entity);
        }
    }

    /** Deletes rows. */
    record Delete(Optional<Target> target, Optional<Condition> where) implements Statement {}

    /** What is asked for of each row, or of all together. */
    sealed interface Selection {

        /** The entity. */
        record Whole() implements Selection {}

        /** How many rows there are. */
        record Count() implements Selection {}

        /** Whether there is a row. */
        record Existence() implements Selection {}

        /** Some of its attributes, at least one. */
        record Attributes(List<Expression> paths) implements Selection {

            public Attributes {
                paths = List.copyOf(paths);
            }
        }
    }

    /** By what rows are sorted. */
    record Sorting(Expression attribute, boolean isAscending, boolean ignoresCase) {}

    /**
     * A new value of an attribute.
     *
     * @param value nothing is NULL
     */
    record Assignment(Expression.Path attribute, Optional<Expression> value) {}
}
