package dev.tenon.crud;

/** Whether the rows that a filter finds are counted beside a page of them. */
public enum CountMode {
    /** They are counted one by one. */
    EXACT,
    /**
     * As the engine's statistics say it, which is quick however many there are. With a filter, or
     * where the engine has none yet: as {@link #EXACT}.
     */
    ESTIMATED,
    /** They are not counted. */
    NONE
}
