package dev.tenon.database.admin;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import java.util.Optional;

/**
 * Which database a module has, and where.
 *
 * @param name its name
 * @param module the name of the module that declares it
 * @param engine its engine, as the setting {@code engine} names it, for example {@code sqlite};
 *     nothing if its settings are wrong
 * @param place where it is, for people: the file, or the address of the server without what may be
 *     secret in it; nothing if its settings are wrong
 * @param exists whether it is there
 * @param problem why that cannot be told: wrong settings, or a server that cannot be reached
 */
public record DatabaseSummary(
        String name,
        String module,
        Optional<String> engine,
        Optional<String> place,
        boolean exists,
        Optional<Problem> problem) {

    public DatabaseSummary {
        requireNonNull(name, "name");
        requireNonNull(module, "module");
        requireNonNull(engine, "engine");
        requireNonNull(place, "place");
        requireNonNull(problem, "problem");
    }
}
