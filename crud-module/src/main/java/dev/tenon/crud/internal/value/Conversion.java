package dev.tenon.crud.internal.value;

import dev.tenon.crud.error.Violation;

/** What becomes of a value that was given for a column. */
public sealed interface Conversion {

    /**
     * It fits.
     *
     * @param value the value in the type of the column
     */
    record Converted(Object value) implements Conversion {}

    /**
     * It does not.
     *
     * @param rule which rule it breaks
     * @param message why, as a sentence
     */
    record Refused(Violation.Rule rule, String message) implements Conversion {}

    /** Returns a value that fits. */
    static Conversion to(Object value) {
        return new Converted(value);
    }

    /** Returns a value that is of a type that the column does not take. */
    static Conversion wrongType(String message) {
        return new Refused(Violation.Rule.TYPE, message);
    }
}
