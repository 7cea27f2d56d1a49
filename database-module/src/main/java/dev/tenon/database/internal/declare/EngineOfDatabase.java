package dev.tenon.database.internal.declare;

import dev.tenon.core.error.Result;
import dev.tenon.database.engine.Dialect;

/** Tells on which engine a database is. */
@FunctionalInterface
public interface EngineOfDatabase {

    /**
     * Returns the dialect of the engine, or the failure {@code DB-SCH-017} if the settings name
     * none that is known.
     *
     * @param database the name of the database
     */
    Result<Dialect> dialect(String database);
}
