package dev.tenon.database.internal.generation.proof;

import dev.tenon.database.internal.script.Directive;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A copy of a database with its rows, on which anything can be tried. Belongs to one thread. */
public interface Bench extends AutoCloseable {

    /** Returns a connection to it, which nobody else may close or commit. */
    Connection connection();

    /**
     * Runs statements as those of one migration.
     *
     * @throws FailedStatement if one fails, or what has to hold at the end does not
     * @throws SQLException if the copy is lost
     */
    void run(List<String> statements, Set<Directive> directives)
            throws FailedStatement, SQLException;

    /** Makes it what the database is again. */
    void reset() throws SQLException;

    /** Removes it. */
    @Override
    void close() throws SQLException;
}
