package dev.tenon.crud.internal.sql;

import dev.tenon.database.engine.Engine;
import java.util.ServiceLoader;

/** The engines that come with the database module, by their names. */
final class Engines {

    private Engines() {}

    static Engine named(String name) {
        // The module itself does not use engines, but the database that it is given.
        Engines.class.getModule().addUses(Engine.class);
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Syntax syntax(String name) {
        return Syntax.of(named(name).dialect());
    }
}
