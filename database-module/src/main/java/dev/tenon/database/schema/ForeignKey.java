package dev.tenon.database.schema;

import java.util.List;

/**
 * Columns that hold the key of a row in a table of the same database. The methods that change
 * something return a changed copy.
 *
 * @param name the name of the constraint; empty if the schema is to name it
 * @param columns the referring columns
 * @param target the table that is referred to; may be the same table
 * @param targetColumns a key of the target; empty for its primary key
 * @param onDelete what becomes of the referring rows when the other one is deleted
 * @param onUpdate what becomes of them when it gets another key
 * @param isDeferred whether it is checked at the commit instead of with each statement
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String target,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean isDeferred) {

    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The first half of a foreign key. */
    public static final class From {
        private final List<String> columns;

        private From(List<String> columns) {
            this.columns = columns;
        }

        /**
         * Returns the foreign key.
         *
         * @param table the table that is referred to
         * @param columns a key of it; none for its primary key
         */
        public ForeignKey to(String table, String... columns) {
            return new ForeignKey(
                    "",
                    this.columns,
                    table,
                    List.of(columns),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    false);
        }
    }

    /** Begins a foreign key with the referring columns. */
    public static From from(String... columns) {
        return new From(List.of(columns));
    }

    /** Returns it under the given name. */
    public ForeignKey named(String given) {
        return new ForeignKey(
                given, columns, target, targetColumns, onDelete, onUpdate, isDeferred);
    }

    /** Returns it with the given action when the other row is deleted. */
    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, isDeferred);
    }

    /** Returns it with the given action when the other row gets another key. */
    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, action, isDeferred);
    }

    /** Returns it, checked at the commit. */
    public ForeignKey deferred() {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, true);
    }

    ForeignKey referring(List<String> key) {
        return new ForeignKey(name, columns, target, key, onDelete, onUpdate, isDeferred);
    }
}
