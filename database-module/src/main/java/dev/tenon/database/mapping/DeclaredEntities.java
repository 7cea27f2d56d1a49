package dev.tenon.database.mapping;

import dev.tenon.core.spi.ModuleFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads the entities that modules declare from their class files, for framework modules that plan
 * something with them. Nothing of a module is loaded. Safe for use by many threads.
 */
public interface DeclaredEntities {

    /** Returns the reader that the database module provides. */
    static DeclaredEntities provided() {
        return ServiceLoader.load(
                        DeclaredEntities.class.getModule().getLayer(), DeclaredEntities.class)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads the entities of a module.
     *
     * @return nothing if the module declares no database, or if what it declares has errors, which
     *     stand in the plan already
     * @throws IOException if a class file cannot be read
     * @throws IllegalArgumentException if a class file is damaged
     */
    Optional<List<EntityMapping>> of(ModuleFiles module) throws IOException;
}
