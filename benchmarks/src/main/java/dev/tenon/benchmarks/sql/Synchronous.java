package dev.tenon.benchmarks.sql;

/** How a database waits for the disk; the names are those of SQLite's pragma. */
public enum Synchronous {
    /** Each commit is on the disk when it returns. */
    FULL,
    /** Nobody waits. */
    NORMAL
}
