package dev.tenon.database.mapping;

import dev.tenon.database.SessionFactory;
import dev.tenon.database.engine.Dialect;
import dev.tenon.database.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The open database of one module, with what the module has declared of it. A service for the
 * module alone, which framework modules find in the registry of the {@code ModuleContext} when they
 * prepare something for it. Immutable, and safe for use by many threads as long as the module runs.
 *
 * @param module the name of the module
 * @param name the name of the database
 * @param dialect how its engine says things
 * @param sessions the way to its rows
 * @param dataFolder where the database module keeps its files, and framework modules may keep
 *     theirs: the setting {@code tenon.database.path}; it is made when the first file is
 * @param declared the tables as the module declares them, by entities or in code; nothing if it has
 *     migrations alone
 * @param entities its entities; empty if it declares its tables otherwise
 */
public record MappedDatabase(
        String module,
        String name,
        Dialect dialect,
        SessionFactory sessions,
        Path dataFolder,
        Optional<Schema> declared,
        List<EntityMapping> entities) {

    public MappedDatabase {
        entities = List.copyOf(entities);
    }
}
