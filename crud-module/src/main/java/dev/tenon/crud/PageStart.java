package dev.tenon.crud;

/** Where a page begins. Immutable. */
public sealed interface PageStart {

    /**
     * Behind the pages before it: the database reads their rows, too.
     *
     * @param number the number of the page, from 1
     */
    record Page(long number) implements PageStart {}

    /**
     * At a row: a page far behind costs no more than the first.
     *
     * @param text an opaque text from {@link RowPage}
     */
    record Cursor(String text) implements PageStart {}
}
