package dev.tenon.core.error;

/**
 * The stable identity of one kind of failure, such as {@code HOST-PLAN-006}.
 *
 * <p>A code never changes its meaning between releases, so that it can be searched for, alerted on
 * and documented. Implementations are enums, one for each framework module, and therefore immutable
 * and safe for use by many threads.
 */
public interface ErrorCode {

    /** Returns the code as it is printed, for example {@code HOST-PLAN-006}; never empty. */
    String code();

    /** Returns what went wrong in a few words, without names or values, for lists and headings. */
    String title();

    /**
     * Returns what usually mends it, as one sentence for the table of codes in the documentation.
     */
    String remedy();
}
