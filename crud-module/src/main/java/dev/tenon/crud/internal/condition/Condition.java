package dev.tenon.crud.internal.condition;

import java.util.List;

/** A condition of SQL, as far as it is understood here. Immutable. */
sealed interface Condition {

    /** All of them are met. */
    record And(List<Condition> parts) implements Condition {}

    /** One of them is met. */
    record Or(List<Condition> parts) implements Condition {}

    /** It is not met. */
    record Not(Condition part) implements Condition {}

    /** Two operands are compared. */
    record Comparison(Operand left, Sign sign, Operand right) implements Condition {}

    /** An operand is NULL. */
    record IsNull(Operand operand) implements Condition {}

    /** How operands are compared. */
    enum Sign {
        EQUAL,
        UNEQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** What is compared. */
    sealed interface Operand {}

    /** The value of a column. */
    record Column(String name) implements Operand {}

    /** How many characters the text of a column has. */
    record Length(String column) implements Operand {}

    /** A number, a text or a truth value that stands in the condition. */
    record Literal(Object value) implements Operand {}
}
