package dev.tenon.crud.internal.query.checked;

import dev.tenon.crud.internal.query.tree.Condition.Place;
import dev.tenon.crud.internal.query.tree.Operator;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import java.util.List;
import java.util.Optional;

/** What a row meets or does not, in SQL. */
public sealed interface Restriction {

    /** Every one of several, at least one. */
    record All(List<Restriction> all) implements Restriction {

        public All {
            all = List.copyOf(all);
        }
    }

    /** Any one of several, at least one. */
    record AnyOf(List<Restriction> any) implements Restriction {

        public AnyOf {
            any = List.copyOf(any);
        }
    }

    /** The opposite. */
    record Opposite(Restriction negated) implements Restriction {}

    /** A comparison, which is not met where a value is NULL. */
    record Compared(Scalar left, Operator operator, Scalar right, boolean ignoresCase)
            implements Restriction {}

    /** Whether two values are the same, or both NULL. */
    record Same(Scalar left, Scalar right) implements Restriction {}

    /** Whether a value lies between two others, or is one of them. */
    record Within(Scalar operand, Scalar low, Scalar high, boolean isNegated, boolean ignoresCase)
            implements Restriction {}

    /** Whether a value is one of several. */
    record OneOf(Scalar operand, List<Scalar> items, boolean isNegated, boolean ignoresCase)
            implements Restriction {

        public OneOf {
            items = List.copyOf(items);
        }
    }

    /** Whether a value is one of those in an argument. */
    record OneOfMany(Scalar operand, Argument many, boolean isNegated, boolean ignoresCase)
            implements Restriction {}

    /** Whether a text is as the pattern says that a scalar is. */
    record Matching(
            Scalar operand, Scalar pattern, Place place, boolean isNegated, boolean ignoresCase)
            implements Restriction {}

    /**
     * Whether a collection has a value.
     *
     * @param owner the column that holds the key of the row to which the collection belongs
     * @param item the value; nothing if it can be any
     */
    record Held(Scalar.Column owner, Elements collection, Optional<Scalar> item, boolean isNegated)
            implements Restriction {}

    /** Whether there is no value. */
    record Absent(Scalar operand, boolean isNegated) implements Restriction {}

    /** Whether a call gives something other than null. */
    record Present(Argument argument) implements Restriction {}

    /** Returns whether there is a value, even if the engine cannot know the type of an argument. */
    static Restriction notNull(Scalar scalar) {
        return scalar instanceof Scalar.Given(var argument, _)
                ? new Present(argument)
                : new Absent(scalar, true);
    }
}
