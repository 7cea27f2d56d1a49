package dev.tenon.database.internal.difference;

import dev.tenon.database.schema.Check;
import dev.tenon.database.schema.ForeignKey;
import dev.tenon.database.schema.Index;
import dev.tenon.database.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/**
 * A change of a key, a condition or an index. Constraints are compared by what they say: another
 * name alone is no difference, because engines give names of their own to those without one, and
 * names that a schema gives change with the names of columns. One that says something else is
 * dropped and added, and the drop has a reason.
 */
public sealed interface ConstraintChange extends Change {

    /**
     * A table gets another primary key, its first one, or none.
     *
     * @param table the table
     * @param from the columns of the key that was found; empty if there is none
     * @param to the columns of the key that is declared; empty if there is none
     */
    record PrimaryKeyChanged(String table, List<String> from, List<String> to)
            implements ConstraintChange {

        public PrimaryKeyChanged {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public Effect effect() {
            return from.isEmpty() ? Effect.DEMANDING : Effect.DESTRUCTIVE;
        }

        @Override
        public String description() {
            return "change the primary key of %s from %s to %s"
                    .formatted(Shown.table(table), Shown.columns(from), Shown.columns(to));
        }

        @Override
        public Optional<String> loss() {
            return from.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "the primary key " + Shown.columns(from) + " of " + Shown.table(table));
        }
    }

    /**
     * A key is added.
     *
     * @param table the table
     * @param key the key
     * @param effect whether rows can stand in its way
     */
    record UniqueKeyAdded(String table, UniqueKey key, Effect effect) implements ConstraintChange {
        @Override
        public String description() {
            return "add " + Shown.key(table, key);
        }
    }

    /** Something is dropped; what is declared in its place is added by another change. */
    sealed interface Dropped extends ConstraintChange {

        /** Returns in what that differs which takes its place; empty if nothing does. */
        String reason();

        /** Returns what is dropped, as a part of a sentence. */
        String dropped();

        @Override
        default Effect effect() {
            return reason().isEmpty() ? Effect.DESTRUCTIVE : Effect.ADDITIVE;
        }

        @Override
        default Optional<String> loss() {
            return reason().isEmpty() ? Optional.of(dropped()) : Optional.empty();
        }

        @Override
        default String description() {
            return "drop " + dropped() + (reason().isEmpty() ? "" : ", because " + reason());
        }
    }

    /**
     * A key is dropped.
     *
     * @param table the table
     * @param key the key as it was found; without a name if it has none there
     * @param reason in what the key that takes its place differs; empty if none does
     */
    record UniqueKeyDropped(String table, UniqueKey key, String reason) implements Dropped {
        @Override
        public String dropped() {
            return Shown.key(table, key);
        }
    }

    /**
     * A foreign key is added.
     *
     * @param table the table
     * @param key the foreign key
     * @param effect whether rows can stand in its way
     */
    record ForeignKeyAdded(String table, ForeignKey key, Effect effect)
            implements ConstraintChange {
        @Override
        public String description() {
            return "add " + Shown.foreignKey(table, key);
        }
    }

    /**
     * A foreign key is dropped.
     *
     * @param table the table
     * @param key the foreign key as it was found; without a name if it has none there
     * @param reason in what the one that takes its place differs; empty if none does
     */
    record ForeignKeyDropped(String table, ForeignKey key, String reason) implements Dropped {
        @Override
        public String dropped() {
            return Shown.foreignKey(table, key);
        }
    }

    /**
     * A condition is added.
     *
     * @param table the table
     * @param check the condition
     */
    record CheckAdded(String table, Check check) implements ConstraintChange {
        @Override
        public Effect effect() {
            return Effect.DEMANDING;
        }

        @Override
        public String description() {
            return "add " + Shown.check(table, check);
        }
    }

    /**
     * A condition is dropped.
     *
     * @param table the table
     * @param check the condition as it was found; without a name if it has none there
     * @param reason in what the one that takes its place differs; empty if none does
     */
    record CheckDropped(String table, Check check, String reason) implements Dropped {
        @Override
        public String dropped() {
            return Shown.check(table, check);
        }
    }

    /**
     * An index is added.
     *
     * @param table the table
     * @param index the index
     */
    record IndexAdded(String table, Index index) implements ConstraintChange {
        @Override
        public Effect effect() {
            return index.isUnique() ? Effect.DEMANDING : Effect.ADDITIVE;
        }

        @Override
        public String description() {
            return "add " + Shown.index(table, index);
        }
    }

    /**
     * An index is dropped.
     *
     * @param table the table
     * @param index the index as it was found
     * @param reason in what the one that takes its place differs; empty if none does
     */
    record IndexDropped(String table, Index index, String reason) implements Dropped {
        @Override
        public String dropped() {
            return Shown.index(table, index);
        }
    }
}
