package dev.tenon.database.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a database for each module on a server, and a role for it that reaches nothing else. Safe
 * for use by many threads, and by several hosts at once.
 */
public interface Provisioning {

    /**
     * Returns whether the settings name a server, and somebody who may make databases there,
     * instead of a database that is there already.
     */
    boolean isWanted(StoreSettings settings);

    /**
     * Returns the settings by which the role opens its own database, if both are there and it can;
     * changes nothing.
     *
     * @param settings those of the server
     * @param secrets the folder in which the password of the role is kept
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-…} if the server cannot be
     *     reached
     */
    Optional<StoreSettings> find(StoreSettings settings, Path secrets);

    /**
     * Returns whether the database is on the server, also if its role cannot open it; changes
     * nothing. To be asked where {@link #find} has found none, before data are taken for lost.
     *
     * @param settings those of the server; their user looks
     * @param secrets the folder in which the password of the role is kept; without that there is
     *     none
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-…} if the server cannot be
     *     asked
     */
    boolean isThere(StoreSettings settings, Path secrets);

    /**
     * Makes what is missing, and returns the settings by which the role opens its own database. If
     * all is there already, the administering user is not needed.
     *
     * @param settings those of the server; their user makes the database
     * @param secrets the folder in which the password of the role is kept, in a file that its owner
     *     alone may read
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-…} if something is missing
     *     that the user may not make; it says what
     */
    StoreSettings provide(StoreSettings settings, Path secrets);

    /**
     * Removes what {@link #provide} has made: the database with all that is in it, the role, and
     * the file with its password. What is not there is no failure, so that it can be called again
     * when it has been cut off.
     *
     * @param settings those of the server; their user removes the database
     * @param secrets the folder in which the password of the role is kept
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-016} if something remains;
     *     it says what an administrator runs
     */
    void remove(StoreSettings settings, Path secrets);
}
