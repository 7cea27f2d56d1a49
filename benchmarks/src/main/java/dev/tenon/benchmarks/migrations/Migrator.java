package dev.tenon.benchmarks.migrations;

import java.nio.file.Path;

/**
 * A way to bring a database to the version of a phase: opens it, runs what is missing, closes it.
 */
@FunctionalInterface
interface Migrator {

    /**
     * Does it with one database.
     *
     * @param file where it is, or will be
     */
    void migrate(Phase phase, Path file);
}
