package dev.tenon.database.internal.generation.writing;

import java.sql.SQLException;

/** How one engine says what a stage lacks. Used for one generation. */
@FunctionalInterface
public interface Writing {

    /**
     * Returns what makes all changes but those of names.
     *
     * @throws SQLException if the copy cannot be asked
     */
    Steps change(Stage stage) throws SQLException;
}
