package dev.tenon.benchmarks.writers;

/** What a caller does again and again. */
@FunctionalInterface
interface Operation {

    /**
     * Does it once.
     *
     * @param caller the number of the caller, from 0
     */
    void run(int caller) throws Exception;
}
