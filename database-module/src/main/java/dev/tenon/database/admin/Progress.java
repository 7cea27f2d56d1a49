package dev.tenon.database.admin;

/**
 * Hears how far long work has come. Called by the thread that works, or by another one while that
 * waits, never by two at once.
 */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (_, _, _) -> {};

    /** Stands for a total that is not known. */
    long UNKNOWN = -1;

    /**
     * Says how far it has come.
     *
     * @param step what is done at the moment, for people
     * @param done how much of it is done, from 0
     * @param total how much there is; {@link #UNKNOWN} where that is not known
     */
    void report(String step, long done, long total);
}
