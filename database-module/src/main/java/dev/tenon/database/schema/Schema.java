package dev.tenon.database.schema;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.InvalidSchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of one database. Where a schema is declared it is checked and complete: every foreign
 * key leads to a key, and every constraint and index has a name. Immutable, and safe for use by
 * many threads.
 *
 * <pre>{@code
 * Schema schema =
 *         Schema.of(
 *                 Table.named("note")
 *                         .columns(
 *                                 Column.of("id", BIGINT).generated(),
 *                                 Column.of("title", varchar(200)),
 *                                 Column.of("author", BIGINT).nullable())
 *                         .primaryKey("id")
 *                         .foreignKey(ForeignKey.from("author").to("author").onDelete(SET_NULL))
 *                         .index(Index.on("title")),
 *                 Table.named("author")
 *                         .columns(Column.of("id", BIGINT).generated(), Column.of("name", TEXT))
 *                         .primaryKey("id"));
 * }</pre>
 */
public final class Schema {

    private final List<Table> tables;

    private Schema(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Collects tables, in any order. Mutable; belongs to one thread. */
    public static final class Builder {
        private final List<Table> tables = new ArrayList<>();

        private Builder() {}

        /** Adds a table. */
        public Builder table(Table table) {
            tables.add(table);
            return this;
        }

        /** Returns everything that is wrong with the tables so far. */
        public List<Problem> problems() {
            return new SchemaChecks(NamedTables.of(tables)).problems();
        }

        /**
         * Makes the schema.
         *
         * @throws InvalidSchemaException if anything is wrong with it; names every problem
         */
        public Schema build() {
            var complete = NamedTables.of(tables);
            var problems = new SchemaChecks(complete).problems();
            if (!problems.isEmpty()) {
                throw new InvalidSchemaException(problems);
            }
            return new Schema(complete);
        }
    }

    /** Begins a schema. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a schema of the tables, in any order.
     *
     * @throws InvalidSchemaException if anything is wrong with it; names every problem
     */
    public static Schema of(Table... tables) {
        var builder = builder();
        for (Table table : tables) {
            builder.table(table);
        }
        return builder.build();
    }

    /**
     * Makes a schema of tables as they stand in a database, which are not checked: somebody may
     * have made them otherwise.
     */
    public static Schema found(List<Table> tables) {
        return new Schema(tables);
    }

    /** Returns the tables as they were given. */
    public List<Table> tables() {
        return tables;
    }

    /** Returns the table of the given name. */
    public Optional<Table> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /**
     * Returns the tables so that each comes after those it refers to, where foreign keys run in no
     * circle; a circle is begun with the one of its tables that was given first.
     */
    public List<Table> inOrderOfDependency() {
        return new DependencyOrder(tables).tables();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema && schema.tables.equals(tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return "Schema" + tables;
    }
}
