package dev.tenon.crud.internal.repository.plan;

import dev.tenon.core.spi.ModuleFiles;
import dev.tenon.crud.internal.repository.declare.FoundAnnotation;
import dev.tenon.database.Database;
import java.io.IOException;
import java.util.Optional;

/** Reads what the database of a module is called. */
final class DatabaseName {

    private DatabaseName() {}

    /** Returns the name, or nothing if the module declares no database. */
    static Optional<String> of(ModuleFiles module) throws IOException {
        return module.classModel(module.pluginClass()).stream()
                .flatMap(plugin -> FoundAnnotation.on(plugin).stream())
                .filter(a -> a.is(Database.class))
                .findFirst()
                .map(a -> a.text("name").orElse(""));
    }
}
