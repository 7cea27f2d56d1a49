package dev.tenon.database.internal.generation;

import java.sql.SQLException;

/** How one engine says what a stage lacks. Used for one generation. */
@FunctionalInterface
interface Writing {

    /**
     * Returns what makes all changes but those of names.
     *
     * @throws SQLException if the copy cannot be asked
     */
    Steps change(Stage stage) throws SQLException;
}
