package dev.tenon.database.schema;

/**
 * Something in a database that a {@link Schema} cannot say.
 *
 * @param kind what it is
 * @param table the table that it belongs to; empty if it belongs to none
 * @param name its name; that of its column for what a column has; empty if it has none
 * @param sql the statement that makes it, or the part of one; empty if the engine keeps no text
 */
public record Unmodelled(Kind kind, String table, String name, String sql) {

    /** What can stand in a database beside the tables of a schema. */
    public enum Kind {
        /** A table that a schema has no form for: virtual, partitioned, of another server. */
        TABLE("table"),
        /** Something that the whole table has, such as a storage engine. */
        TABLE_OPTION("option of the table"),
        /** Something that one column has. */
        COLUMN_OPTION("option of the column"),
        /** A column that is computed from others. It is not among the columns of its table. */
        GENERATED_COLUMN("generated column"),
        /** An order of texts other than that of the table. */
        COLLATION("collation of the column"),
        /** A constraint of a kind of its own, or what one has beside the usual. */
        CONSTRAINT("constraint"),
        /** An index over expressions, of another method, with other columns in it. */
        INDEX("index"),
        /** A view. */
        VIEW("view"),
        /** A view whose rows are kept. */
        MATERIALIZED_VIEW("materialized view"),
        /** A trigger. */
        TRIGGER("trigger"),
        /** A rule of PostgreSQL. */
        RULE("rule"),
        /** A policy of row level security. */
        POLICY("policy"),
        /** A sequence that numbers the rows of no column, or of one that is a {@code serial}. */
        SEQUENCE("sequence"),
        /** A type. */
        TYPE("type"),
        /** A function or procedure. */
        ROUTINE("routine"),
        /** An extension of PostgreSQL. */
        EXTENSION("extension"),
        /** An event of MariaDB. */
        EVENT("event");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /** Returns what it is called in a sentence. */
        public String noun() {
            return noun;
        }
    }

    /** Returns it as a person names it: {@code index 'by_day' of the table 'note'}. */
    @Override
    public String toString() {
        return kind.noun()
                + (name.isEmpty() ? "" : " '" + UnusableName.shown(name) + "'")
                + (table.isEmpty() ? "" : " of the table '" + UnusableName.shown(table) + "'");
    }
}
