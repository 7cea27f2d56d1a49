package dev.tenon.database.internal.generation.writing;

/**
 * The value for a column in rows that are there already, where the difference alone does not tell
 * it.
 *
 * @param table the table, by the name that it gets
 * @param column the column, by the name that it gets
 * @param expression an SQL expression of the engine over the columns of the row, which have their
 *     new names
 */
public record Fill(String table, String column, String expression) {

    /** Returns how it is named in a message: {@code note.title}. */
    public String place() {
        return table + "." + column;
    }
}
