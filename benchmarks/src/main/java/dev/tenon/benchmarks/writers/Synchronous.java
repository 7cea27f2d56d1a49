package dev.tenon.benchmarks.writers;

/** How SQLite waits for the disk. */
enum Synchronous {
    FULL,
    NORMAL
}
