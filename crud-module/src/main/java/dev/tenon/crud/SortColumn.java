package dev.tenon.crud;

/**
 * By what rows are sorted. Immutable.
 *
 * @param column the name of a column, which holds neither bytes nor JSON, nor, on SQLite, a {@code
 *     DECIMAL} of more than 15 digits
 * @param isDescending whether great values come first
 * @param ignoresCase whether capital letters are the same as small ones; for texts alone. On SQLite
 *     those of ASCII
 */
public record SortColumn(String column, boolean isDescending, boolean ignoresCase) {

    /** Returns the order from the least value to the greatest. */
    public static SortColumn ascending(String column) {
        return new SortColumn(column, false, false);
    }

    /** Returns the order from the greatest value to the least. */
    public static SortColumn descending(String column) {
        return new SortColumn(column, true, false);
    }

    /** Returns the order in which capital letters are the same as small ones. */
    public SortColumn ignoringCase() {
        return new SortColumn(column, isDescending, true);
    }
}
