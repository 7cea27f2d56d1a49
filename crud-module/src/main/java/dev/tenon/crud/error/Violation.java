package dev.tenon.crud.error;

/**
 * What is wrong with one value. Immutable.
 *
 * @param field the column; in a bulk with the number of the change before it, from 0: {@code
 *     [3].title}. Empty if the row as a whole breaks a condition
 * @param rule which rule is broken
 * @param message what is wrong, as a sentence without the name of the field
 * @param rejected the value, short and printable; empty if none was given
 */
public record Violation(String field, Rule rule, String message, String rejected) {

    /** The rules that values are held to. */
    public enum Rule {
        /** The field is there. */
        KNOWN,
        /** The column has a value. */
        REQUIRED,
        /** The value is of the column's type. */
        TYPE,
        /** A text is not too long. */
        LENGTH,
        /** A value is neither too small nor too great. */
        RANGE,
        /** A number has not too many digits after its point. */
        SCALE,
        /** The key of a row stays what it is. */
        KEY,
        /** The conditions of the table are met. */
        CHECK,
        /** The Jakarta Validation constraints of the entity are met. */
        CONSTRAINT
    }

    /** Returns it for a row of a bulk. */
    public Violation inRow(int row) {
        return new Violation(
                "[" + row + "]" + (field.isEmpty() ? "" : "." + field), rule, message, rejected);
    }

    @Override
    public String toString() {
        return (field.isEmpty() ? "the row" : field)
                + ": "
                + message
                + (rejected.isEmpty() ? "" : " Given: " + rejected + ".");
    }
}
