package dev.tenon.crud.internal.query.checked;

import dev.tenon.crud.internal.query.attribute.FoundAttribute.Hop;
import dev.tenon.crud.internal.sql.Phrase;
import dev.tenon.database.mapping.AttributeMapping;
import dev.tenon.database.mapping.AttributeMapping.Basic;
import dev.tenon.database.mapping.AttributeMapping.Elements;
import dev.tenon.database.mapping.AttributeMapping.Embedded;
import dev.tenon.database.mapping.AttributeMapping.Reference;
import java.util.List;
import java.util.Optional;

/** What has one value for each row, in SQL. */
public sealed interface Scalar {

    /** Returns the type of the value. */
    ValueType type();

    /** A column, of the row or of one that it leads to. */
    record Column(List<Hop> hops, String name, ValueType type) implements Scalar {

        public Column {
            hops = List.copyOf(hops);
        }

        /**
         * Returns the column of an attribute, or nothing if it has not one column.
         *
         * @param hops how to get to the row that holds it
         */
        public static Optional<Column> of(List<Hop> hops, AttributeMapping attribute) {
            return switch (attribute) {
                case Basic basic ->
                        Optional.of(
                                new Column(
                                        hops,
                                        basic.column(),
                                        ValueType.of(basic.type(), basic.enumForm())));
                case Reference reference ->
                        Optional.of(new Column(hops, reference.column(), ValueType.of(reference)));
                case Embedded _, Elements _ -> Optional.empty();
            };
        }
    }

    /** What a call gives. */
    record Given(Argument argument, ValueType type) implements Scalar {}

    /** What stands in the query, in the form in which it is stored. */
    record Constant(Object value, ValueType type) implements Scalar {}

    /** What engines say in different words. */
    record Phrased(Phrase phrase, List<Scalar> operands, ValueType type) implements Scalar {

        public Phrased {
            operands = List.copyOf(operands);
        }
    }

    /** What is computed of two numbers. */
    record Computed(Scalar left, String sign, Scalar right, ValueType type) implements Scalar {}

    /** A number with the opposite sign. */
    record Negative(Scalar operand, ValueType type) implements Scalar {}
}
