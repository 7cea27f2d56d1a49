package dev.tenon.database.internal.place;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of files that a host uses, each held by one host at a time: two hosts that write the
 * same files would each take the other's work for its own. Safe for use by many threads.
 */
public final class DataFolders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolders.class);

    private final Map<Path, FolderLock> held = new HashMap<>();

    /**
     * Holds the folder of a file from now on, and makes it where it is missing.
     *
     * @throws DatabaseException if another host holds it, or it cannot be used
     */
    public synchronized void hold(String database, Path folder) {
        try {
            PrivateFiles.createFolder(folder);
            var real = folder.toRealPath();
            if (!held.containsKey(real)) {
                var lock = FolderLock.take(real);
                held.put(real, lock.orElseThrow(() -> taken(database, real)));
            }
        } catch (IOException e) {
            throw unusable(database, folder, e);
        }
    }

    private static DatabaseException taken(String database, Path folder) {
        String holder;
        try {
            holder = FolderLock.holder(folder);
        } catch (IOException e) {
            return unusable(database, folder, e);
        }
        return new Failures(database)
                .of(
                        DatabaseError.FOLDER_TAKEN,
                        "The folder " + folder + " cannot be used.",
                        "It is in use by " + holder + ", and one host at a time uses a folder.");
    }

    private static DatabaseException unusable(String database, Path folder, IOException e) {
        return new Failures(database)
                .of(
                        DatabaseError.NOT_PERMITTED,
                        "The folder " + folder + " cannot be used.",
                        Problem.describe(e),
                        e,
                        CommitOutcome.NOT_APPLIED);
    }

    /** Lets go of the folders. */
    @Override
    public synchronized void close() {
        for (var lock : held.values()) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn(
                        "The folder {} is held until this process ends: {}",
                        lock.folder(),
                        Problem.describe(e),
                        e);
            }
        }
        held.clear();
    }
}
