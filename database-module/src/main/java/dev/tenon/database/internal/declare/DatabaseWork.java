package dev.tenon.database.internal.declare;

import dev.tenon.core.Inspection;
import dev.tenon.core.error.Result;
import dev.tenon.core.spi.Preparation;
import dev.tenon.core.spi.RestingModules;
import dev.tenon.database.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of, and done with, the databases of a plan beyond what modules declare. */
public interface DatabaseWork {

    /**
     * Returns the engine that a database is on, or the failure {@code DB-SCH-017} if the settings
     * name none that is known.
     *
     * @param database the name of the database
     */
    Result<Engine> engine(String database);

    /** Returns the names of all engines. */
    Set<String> engineNames();

    /** Returns what is done when the module starts. */
    Preparation preparation(Declaration declaration);

    /** Looks at the databases, and changes nothing. */
    List<Inspection> inspect(List<Declaration> declared);

    /** Returns a tool of the type for the databases, if there is one. */
    <T> Optional<T> tool(Class<T> type, List<Declaration> declared, RestingModules modules);
}
