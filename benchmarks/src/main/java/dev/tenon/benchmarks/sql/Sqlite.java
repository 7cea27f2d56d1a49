package dev.tenon.benchmarks.sql;

import dev.tenon.database.engine.Engine;
import java.util.ServiceLoader;

/** SQLite as modules have it. */
public final class Sqlite {

    private Sqlite() {}

    /** Returns the engine. */
    public static Engine engine() {
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals("sqlite"))
                .findFirst()
                .orElseThrow();
    }
}
