package dev.tenon.benchmarks.migrations;

import java.nio.file.Path;

/** A way to bring databases to the versions of their modules. */
interface Migrator {

    /** A database that is open, and in which all migrations have run. */
    interface UpToDate extends AutoCloseable {

        /** Looks whether there is something to do, as it is done at a start. */
        void check();

        @Override
        void close();
    }

    /**
     * Opens a database, runs what is missing for the phase, and closes it.
     *
     * @param file where it is, or will be
     */
    void migrate(Phase phase, Path file);

    /** Opens a database that has been through all phases. */
    UpToDate open(Path file);
}
