package dev.tenon.benchmarks.migrations;

/** What there is to do with a database. */
enum Phase {
    /** It is not there. */
    NEW,
    /** The last migration has not run. */
    PENDING,
    /** All have run. */
    UP_TO_DATE
}
