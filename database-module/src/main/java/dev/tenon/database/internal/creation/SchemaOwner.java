package dev.tenon.database.internal.creation;

/**
 * Whose database it is.
 *
 * @param module the name of the module
 * @param version the version of the module; empty if it has none
 * @param database the name of the database
 */
public record SchemaOwner(String module, String version, String database) {

    @Override
    public String toString() {
        return "the database '" + database + "' of the module " + module;
    }
}
