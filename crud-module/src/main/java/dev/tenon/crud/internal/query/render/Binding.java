package dev.tenon.crud.internal.query.render;

import dev.tenon.crud.internal.query.checked.Argument;
import dev.tenon.crud.internal.query.tree.Condition.Place;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.sql.Syntax;
import dev.tenon.crud.internal.value.DecimalColumn;
import java.util.Optional;

/** Where a value that is bound in a statement comes from. */
sealed interface Binding {

    /** What stands in the query itself. */
    record Constant(Object value) implements Binding {}

    /** An argument of the method. */
    record Given(Argument argument) implements Binding {}

    /** 1 if an argument of the method is there, 0 if it is null. */
    record Presence(Argument argument) implements Binding {}

    /** A pattern with {@code %} and {@code _} that is an argument of the method. */
    record Pattern(Argument argument, Place place, Syntax syntax) implements Binding {

        /** Returns the pattern of the engine. */
        String of(String like) {
            var start = place == Place.ANYWHERE || place == Place.END ? "%" : "";
            var end = place == Place.ANYWHERE || place == Place.START ? "%" : "";
            return syntax.pattern(start + like + end);
        }
    }

    /**
     * A whole condition: whether the operand is one of the values in an argument. Its text depends
     * on how many they are.
     *
     * @param item the place of one value
     * @param kept the column with whose texts the values are compared, if they are numbers
     */
    record Membership(
            Fragment<Binding> operand,
            Argument many,
            boolean isNegated,
            String item,
            Optional<DecimalColumn> kept)
            implements Binding {}

    /** A number that a column gets. */
    record Stored(Binding number, DecimalColumn column) implements Binding {}

    /** A number with which those of a column are compared that are kept as texts. */
    record Compared(Binding number, DecimalColumn column) implements Binding {}

    /** What a call gives besides arguments: how many rows it wants, or where they begin. */
    record Extra(int position) implements Binding {}
}
