package dev.tenon.database.engine;

import dev.tenon.database.admin.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Copies databases of one engine as a whole, into files that the engine's own tools can read, and
 * puts such copies in the place of a database. Stateless and safe for use by many threads.
 *
 * <p>A thread that is interrupted ends what it does with {@code DB-BAK-015}.
 */
public interface Backups {

    /**
     * What a copy holds.
     *
     * @param engineVersion the version of the engine that made it
     * @param rows how many rows each table has, by its name
     * @param violations how many rows refer to a row that is not there; they do so in the database
     *     itself
     */
    record Copied(String engineVersion, SortedMap<String, Long> rows, long violations) {
        public Copied {
            rows = new TreeMap<>(rows);
        }
    }

    /** Returns the name of a copy within a backup, which tells its kind: {@code database.db}. */
    String contentName();

    /**
     * Copies the database, as it is at one moment, while others use it.
     *
     * @param target an empty file
     * @throws dev.tenon.database.error.BackupException {@code DB-BAK-…} if that fails; {@code
     *     target} may hold something then
     * @throws dev.tenon.database.error.DatabaseException if the database cannot be reached
     */
    Copied copy(StoreSettings settings, Path target, Progress progress);

    /**
     * Refuses a copy that cannot be put in place, before anything is changed.
     *
     * @param content the copy
     * @param expected what it has to hold
     * @throws dev.tenon.database.error.BackupException if it is damaged, holds something else, or
     *     what is needed to put it in place is missing
     */
    void check(StoreSettings settings, Path content, Copied expected, Progress progress);

    /**
     * Puts a copy in the place of the database, which nobody uses; what is there is lost. Does not
     * leave half of it, unless {@link #leavesHalf} says so.
     *
     * @param content the copy, in the folder of the database if that is a file; it may be moved
     * @return how many rows each table has now
     * @throws dev.tenon.database.error.BackupException if that fails
     */
    Map<String, Long> replace(StoreSettings settings, Path content, Progress progress);

    /**
     * Returns whether a failure in {@link #replace} can leave a part of the copy: for engines that
     * cannot do it in one transaction. Default: false.
     */
    default boolean leavesHalf() {
        return false;
    }
}
