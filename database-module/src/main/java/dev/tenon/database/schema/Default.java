package dev.tenon.database.schema;

import java.math.BigDecimal;

/** The value of a column in a row that is inserted without one. */
public sealed interface Default {

    /**
     * A text; for a date, a time, a UUID or a JSON document the text of it.
     *
     * @param value the text, of any content
     */
    record Text(String value) implements Default {}

    /**
     * A number.
     *
     * @param value the number
     */
    record Numeric(BigDecimal value) implements Default {}

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Truth(boolean value) implements Default {}

    /** The time at which the row is inserted. */
    record Now() implements Default {}

    /**
     * Anything else. It is found in databases; a declared schema has none.
     *
     * @param sql an expression in the words of the engine
     */
    record Expression(String sql) implements Default {}
}
