package dev.tenon.database.engine;

import dev.tenon.core.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One kind of database, such as SQLite; found with {@link java.util.ServiceLoader}. Safe for use by
 * many threads.
 */
public interface Engine {

    /**
     * Returns the name by which the setting {@code engine} chooses it, for example {@code sqlite}.
     */
    String name();

    /** Returns whether it opens databases with such a JDBC address where no setting names one. */
    boolean takes(String url);

    /** Returns how it says things, as far as that is known before a database is opened. */
    Dialect dialect();

    /**
     * Opens a database. Where it is a file, it is created if it is not there.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-…} if it cannot be used
     */
    Store open(StoreSettings settings);

    /**
     * Returns the file that the database is in; nothing if it is on a server.
     *
     * @throws IllegalArgumentException if the settings name none that can be; the message is the
     *     reason
     */
    default Optional<Path> file(StoreSettings settings) {
        return Optional.empty();
    }

    /**
     * Looks at the file that the database is in, and changes nothing; a host may use it meanwhile.
     * Default: nothing to say.
     *
     * @throws IllegalArgumentException as for {@link #file}
     */
    default List<Inspection> inspect(StoreSettings settings) {
        return List.of();
    }

    /**
     * Deletes the file that the database is in, which nobody uses, with what stands beside it and
     * its snapshots. If that is cut off, the database is whole, or gone. Default: nothing, for an
     * engine without files.
     *
     * @throws dev.tenon.database.error.DatabaseException {@code DB-CONN-016} if something remains
     */
    default void delete(StoreSettings settings) {}

    /** Returns how the engine makes databases on a server; nothing if it knows no servers. */
    default Optional<Provisioning> provisioning() {
        return Optional.empty();
    }

    /** Returns how its databases are copied as a whole; default: nothing, not by Tenon. */
    default Optional<Backups> backups() {
        return Optional.empty();
    }

    /**
     * Returns how the state from before a change is kept; default: nothing, for an engine that
     * changes tables in transactions and so needs none.
     */
    default Optional<Snapshots> snapshots() {
        return Optional.empty();
    }
}
