package dev.tenon.database.internal.difference;

import dev.tenon.database.schema.Table;
import java.util.Optional;

/** A change of a whole table. */
public sealed interface TableChange extends Change {

    /**
     * A table is made, with everything that belongs to it.
     *
     * @param added the table
     */
    record TableAdded(Table added) implements TableChange {
        @Override
        public String table() {
            return added.name();
        }

        @Override
        public Effect effect() {
            return Effect.ADDITIVE;
        }

        @Override
        public String description() {
            return "add " + Shown.table(table());
        }
    }

    /**
     * A table is dropped.
     *
     * @param dropped the table as it was found
     */
    record TableDropped(Table dropped) implements TableChange {
        @Override
        public String table() {
            return dropped.name();
        }

        @Override
        public Effect effect() {
            return Effect.DESTRUCTIVE;
        }

        @Override
        public String description() {
            return "drop " + Shown.table(table());
        }

        @Override
        public Optional<String> loss() {
            return Optional.of(Shown.table(table()) + " with its rows");
        }
    }

    /**
     * A table gets another name, as was declared.
     *
     * @param from its name in the database
     * @param table its new name
     */
    record TableRenamed(String from, String table) implements TableChange {
        @Override
        public Effect effect() {
            return Effect.ADDITIVE;
        }

        @Override
        public String description() {
            return "rename " + Shown.table(from) + " to " + Shown.name(table);
        }
    }
}
