package dev.tenon.database.migration;

import java.sql.Connection;

/**
 * One migration of a module's database, written in Java, for what a script cannot say. A module
 * names it in its descriptor: {@code provides dev.tenon.database.migration.JavaMigration with
 * sample.notes.V2__Fill_titles;}.
 *
 * <p>The name of the class says what that of a script does: {@code V}, the version, two
 * underscores, the description; {@code V2_1__Fill_titles} is version 2.1, "Fill titles". So the
 * plan of a start knows it without running code of the module. The class is public and has a public
 * constructor without parameters.
 *
 * <p>It runs once in each database, after the migrations of lower versions, by one thread. A change
 * of its code is not noticed in databases where it has run.
 */
@FunctionalInterface
public interface JavaMigration {

    /**
     * Changes the database.
     *
     * @param connection in the transaction of the migration, which Tenon ends: {@code commit},
     *     {@code rollback}, {@code setAutoCommit} and {@code close} throw {@link
     *     java.sql.SQLException}; to be used within the call
     * @throws Exception whatever goes wrong: the migration fails with it, and is taken back where
     *     the engine can do that
     */
    void migrate(Connection connection) throws Exception;
}
