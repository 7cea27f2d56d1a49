package dev.tenon.database.internal.difference;

import dev.tenon.database.schema.Column;
import java.util.Optional;

/** A change of one column. */
public sealed interface ColumnChange extends Change {

    /** Returns the name of the column, the new one if it is renamed. */
    String name();

    /**
     * A column is added.
     *
     * @param table the table
     * @param column the column
     */
    record ColumnAdded(String table, Column column) implements ColumnChange {
        @Override
        public String name() {
            return column.name();
        }

        /** Rows that are there have no value for it, unless it may be absent or is given. */
        @Override
        public Effect effect() {
            boolean isGiven = column.defaultValue().isPresent() || column.isGenerated();
            return column.isNullable() || isGiven ? Effect.ADDITIVE : Effect.DEMANDING;
        }

        @Override
        public String description() {
            return "add " + Shown.column(table, column.name()) + ": " + Shown.definition(column);
        }
    }

    /**
     * A column is dropped.
     *
     * @param table the table
     * @param column the column as it was found
     */
    record ColumnDropped(String table, Column column) implements ColumnChange {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public Effect effect() {
            return Effect.DESTRUCTIVE;
        }

        @Override
        public String description() {
            return "drop " + Shown.column(table, column.name());
        }

        @Override
        public Optional<String> loss() {
            return Optional.of(Shown.column(table, column.name()) + " with its values");
        }
    }

    /**
     * A column gets another name, as was declared.
     *
     * @param table the table
     * @param from its name in the database
     * @param name its new name
     */
    record ColumnRenamed(String table, String from, String name) implements ColumnChange {
        @Override
        public Effect effect() {
            return Effect.ADDITIVE;
        }

        @Override
        public String description() {
            return "rename " + Shown.column(table, from) + " to " + Shown.name(name);
        }
    }

    /**
     * A column holds something else.
     *
     * @param table the table
     * @param from the column as it was found
     * @param to the column as it is declared
     */
    record ColumnTypeChanged(String table, Column from, Column to) implements ColumnChange {
        @Override
        public String name() {
            return to.name();
        }

        @Override
        public Effect effect() {
            return Widening.isOne(from.type(), to.type()) ? Effect.ADDITIVE : Effect.DESTRUCTIVE;
        }

        @Override
        public String description() {
            return "change %s from %s to %s"
                    .formatted(Shown.column(table, to.name()), from.type(), to.type());
        }

        @Override
        public Optional<String> loss() {
            return isDestructive()
                    ? Optional.of(
                            "what of the values of %s is no %s"
                                    .formatted(Shown.column(table, to.name()), to.type()))
                    : Optional.empty();
        }
    }

    /**
     * A column must have a value from now on, or need not any more.
     *
     * @param table the table
     * @param from the column as it was found
     * @param to the column as it is declared
     */
    record NullabilityChanged(String table, Column from, Column to) implements ColumnChange {
        @Override
        public String name() {
            return to.name();
        }

        @Override
        public Effect effect() {
            return to.isNullable() ? Effect.ADDITIVE : Effect.DEMANDING;
        }

        @Override
        public String description() {
            return "let "
                    + Shown.column(table, to.name())
                    + (to.isNullable() ? " have no value" : " always have a value");
        }
    }

    /**
     * Rows that are inserted without a value get another one. Those that are there stay.
     *
     * @param table the table
     * @param from the column as it was found
     * @param to the column as it is declared
     */
    record DefaultChanged(String table, Column from, Column to) implements ColumnChange {
        @Override
        public String name() {
            return to.name();
        }

        @Override
        public Effect effect() {
            return Effect.ADDITIVE;
        }

        @Override
        public String description() {
            return "change the default of %s from %s to %s"
                    .formatted(
                            Shown.column(table, to.name()),
                            Shown.defaultOf(from),
                            Shown.defaultOf(to));
        }
    }

    /**
     * The database numbers the rows from now on, or does not any more.
     *
     * @param table the table
     * @param from the column as it was found
     * @param to the column as it is declared
     */
    record NumberingChanged(String table, Column from, Column to) implements ColumnChange {
        @Override
        public String name() {
            return to.name();
        }

        @Override
        public Effect effect() {
            return to.isGenerated() ? Effect.ADDITIVE : Effect.DESTRUCTIVE;
        }

        @Override
        public String description() {
            var column = Shown.column(table, to.name());
            return to.isGenerated()
                    ? "have the database number " + column
                    : "have the database no longer number " + column;
        }

        @Override
        public Optional<String> loss() {
            return to.isGenerated()
                    ? Optional.empty()
                    : Optional.of(
                            "which number " + Shown.column(table, to.name()) + " would get next");
        }
    }
}
