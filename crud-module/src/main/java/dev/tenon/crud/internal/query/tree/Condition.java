package dev.tenon.crud.internal.query.tree;

import dev.tenon.crud.internal.query.tree.Expression.Path;
import java.util.List;

/** What a row meets or does not. */
public sealed interface Condition {

    /** Every one of several, at least two. */
    record And(List<Condition> all) implements Condition {

        public And {
            all = List.copyOf(all);
        }
    }

    /** Any one of several, at least two. */
    record Or(List<Condition> any) implements Condition {

        public Or {
            any = List.copyOf(any);
        }
    }

    /** The opposite. */
    record Not(Condition negated) implements Condition {}

    /** A comparison of two values. */
    record Comparison(Expression left, Operator operator, Expression right, boolean ignoresCase)
            implements Condition {}

    /** Whether a value lies between two others, or is one of them. */
    record Between(
            Expression operand,
            Expression low,
            Expression high,
            boolean isNegated,
            boolean ignoresCase)
            implements Condition {}

    /** Whether a value is one of several, or of those of an argument that holds several. */
    record In(Expression operand, List<Expression> items, boolean isNegated, boolean ignoresCase)
            implements Condition {

        public In {
            items = List.copyOf(items);
        }
    }

    /**
     * Whether a text is as a pattern says.
     *
     * @param place where in the text the pattern has to be
     */
    record Like(
            Expression operand,
            Expression pattern,
            Place place,
            boolean isNegated,
            boolean ignoresCase)
            implements Condition {}

    /** Which part of a text a pattern describes. */
    enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    /** Whether a value is one of those of a collection. */
    record Member(Expression item, Path collection, boolean isNegated) implements Condition {}

    /** Whether a collection has no values. */
    record IsEmpty(Path collection, boolean isNegated) implements Condition {}

    /** Whether there is no value. */
    record IsNull(Expression operand, boolean isNegated) implements Condition {}
}
