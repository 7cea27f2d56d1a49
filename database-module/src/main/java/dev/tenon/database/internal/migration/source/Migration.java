package dev.tenon.database.internal.migration.source;

import java.util.Optional;

/** One migration of a module. */
public sealed interface Migration {

    /** Returns what its name says. */
    MigrationName name();

    /** Returns where it is: the path of a script in the module, or the name of a class. */
    String place();

    /** Returns its version; nothing for one that is repeated. */
    default Optional<Version> version() {
        return name().version();
    }

    /**
     * A script of SQL.
     *
     * @param place its path in the module
     * @param text what it says, without a byte order mark
     */
    record Script(MigrationName name, String place, String text) implements Migration {

        /** Tells the place alone: a script can be long. */
        @Override
        public String toString() {
            return place;
        }
    }

    /**
     * A class that the module provides.
     *
     * @param place its binary name
     */
    record InCode(MigrationName name, String place) implements Migration {}
}
