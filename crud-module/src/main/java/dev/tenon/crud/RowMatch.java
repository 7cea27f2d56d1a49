package dev.tenon.crud;

/**
 * What a row has to be for a change to be made (optimistic locking): asked within the transaction
 * of the change, so that no change of others is lost. Immutable.
 */
public sealed interface RowMatch {

    /** Whatever it is now. */
    record Any() implements RowMatch {}

    /**
     * The row with this hash.
     *
     * @param hash from {@link TableRow#hash()}
     */
    record Hash(String hash) implements RowMatch {}

    /**
     * The row with this version.
     *
     * @param version the value of its version column, see {@link CrudTable} for its types
     */
    record Version(Object version) implements RowMatch {}

    /** Returns what every row is. */
    static RowMatch any() {
        return new Any();
    }

    /** Returns the row with the hash. */
    static RowMatch hash(String hash) {
        return new Hash(hash);
    }

    /** Returns the row with the version. */
    static RowMatch version(Object version) {
        return new Version(version);
    }
}
