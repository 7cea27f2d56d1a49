package dev.tenon.database.engine;

/**
 * How much an engine takes. {@link Integer#MAX_VALUE} stands for no limit that anybody meets.
 *
 * @param nameLength how long a name may be
 * @param nameUnit what {@code nameLength} counts
 * @param columns how many columns a table may have
 * @param keyColumns how many columns a key or an index may have
 * @param keyBytes how many bytes the columns of a key may have together
 * @param varchar how many characters a {@code VARCHAR} may have
 * @param precision how many digits a {@code DECIMAL} may have
 * @param scale how many of them after the point
 */
public record Limits(
        int nameLength,
        NameUnit nameUnit,
        int columns,
        int keyColumns,
        int keyBytes,
        int varchar,
        int precision,
        int scale) {

    /** What the length of a name is counted in. */
    public enum NameUnit {
        /** Bytes of UTF-8. */
        BYTES,
        /** Characters (Unicode code points). */
        CHARACTERS
    }

    /** What means that there is no limit. */
    public static final int NONE = Integer.MAX_VALUE;
}
