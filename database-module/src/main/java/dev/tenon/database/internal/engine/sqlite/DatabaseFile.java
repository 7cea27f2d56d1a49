package dev.tenon.database.internal.engine.sqlite;

import static java.util.Objects.requireNonNull;

import dev.tenon.core.error.Problem;
import dev.tenon.database.error.CommitOutcome;
import dev.tenon.database.error.DatabaseError;
import dev.tenon.database.error.DatabaseException;
import dev.tenon.database.internal.failure.Failures;
import dev.tenon.database.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of a database, readable by its owner alone. SQLite itself would create it for everybody
 * to read, and gives the files beside it the permissions of this one.
 */
record DatabaseFile(Path path, Failures failures) {

    /** Types that the operating system gives for a file system on another machine. */
    private static final Set<String> REMOTE =
            Set.of(
                    "nfs",
                    "nfs3",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afs",
                    "ncpfs",
                    "ceph",
                    "glusterfs",
                    "fuse.glusterfs",
                    "fuse.sshfs",
                    "fuse.ceph",
                    "fuse.s3fs",
                    "fuse.rclone",
                    "lustre",
                    "webdav",
                    "davfs",
                    "9p");

    /**
     * What SQLite keeps beside the file while it is open, and after a crash. Of a file here that is
     * somebody else's, it says no more than that the database cannot be opened.
     */
    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    /** Folders that have been looked at: that reads the table of all mounts, for each database. */
    private static final Set<Path> LOCAL = ConcurrentHashMap.newKeySet();

    /** Makes folder and file where they are missing. */
    void prepare() {
        try {
            // An absolute path of a file has a folder.
            var folder = requireNonNull(path.getParent());
            PrivateFiles.createFolder(folder);
            if (!LOCAL.contains(folder)) {
                refuseRemote(Files.getFileStore(folder).type());
                LOCAL.add(folder);
            }
            PrivateFiles.createFile(path);
            requireRights(folder);
            requireRights(path);
            for (var ending : BESIDE) {
                var beside = folder.resolve(path.getFileName() + ending);
                if (Files.exists(beside)) {
                    requireRights(beside);
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** SQLite itself would open a file that cannot be written, and fail at the first write. */
    static void requireRights(Path file) throws IOException {
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new AccessDeniedException(
                    file.toString(), null, "this user cannot both read and write it");
        }
    }

    void refuseRemote(String type) {
        if (REMOTE.contains(type.toLowerCase(Locale.ROOT))) {
            throw failures.of(
                    DatabaseError.NETWORK_FILE_SYSTEM,
                    "The file " + path + " is on a network file system (" + type + ").",
                    "SQLite shares memory between the processes that use a file, and loses data"
                            + " where they are on several machines.");
        }
    }

    DatabaseException unusable(IOException e) {
        return failures.of(
                DatabaseError.NOT_PERMITTED,
                "The file " + path + " cannot be used.",
                Problem.describe(e),
                e,
                CommitOutcome.NOT_APPLIED);
    }
}
