package dev.tenon.database.internal.creation;

import java.util.Set;

/**
 * Whose database it is.
 *
 * @param module the name of the module
 * @param version the version of the module; empty if it has none
 * @param database the name of the database
 * @param former the names that the module had before
 */
public record SchemaOwner(String module, String version, String database, Set<String> former) {

    public SchemaOwner {
        former = Set.copyOf(former);
    }

    /** Names a module that always had its name. */
    public SchemaOwner(String module, String version, String database) {
        this(module, version, database, Set.of());
    }

    /** Returns whether a database that was created by the module of that name is its own. */
    boolean owns(String creator) {
        return creator.equals(module) || former.contains(creator);
    }

    @Override
    public String toString() {
        return "the database '" + database + "' of the module " + module;
    }
}
