package dev.tenon.database.schema;

/**
 * A condition that every row meets.
 *
 * @param name the name of the constraint; empty if the schema is to name it
 * @param condition an SQL expression over the columns of the row, in the words of the engine
 */
public record Check(String name, String condition) {

    Check named(String given) {
        return new Check(given, condition);
    }
}
