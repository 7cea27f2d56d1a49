package dev.tenon.database.internal.introspection;

/**
 * Something that is said of a column or of a table in the statement that made it.
 *
 * @param kind what it is
 * @param name the name of the constraint; empty if it has none
 * @param inner what stands in its first parentheses; of a default the expression, of a collation
 *     its name
 * @param sql all of it, without the name
 */
record Clause(Kind kind, String name, String inner, String sql) {

    enum Kind {
        PRIMARY_KEY,
        NOT_NULL,
        UNIQUE,
        CHECK,
        DEFAULT,
        COLLATE,
        FOREIGN_KEY,
        GENERATED,
        OTHER
    }
}
