package dev.tenon.core.internal.content;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a host keeps its private copies of plugins, readable by its user alone.
 *
 * <p>A lasting work folder belongs to one host at a time, so that what nobody uses can be removed;
 * a second host that asks for it gets a temporary folder instead. A temporary folder is removed
 * when it is closed.
 */
public final class WorkFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final Optional<FileChannel> lock;

    private WorkFolder(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens a new temporary folder. */
    public static WorkFolder temporary() throws IOException {
        return new WorkFolder(
                Files.createTempDirectory("tenon-", ownerOnlyFolder()), Optional.empty());
    }

    /** Opens the given folder, or a temporary one if another host holds it. */
    public static WorkFolder lasting(Path path) throws IOException {
        createOwnerOnly(path);
        var channel = FileChannel.open(path.resolve("host.lock"), Set.of(CREATE, WRITE));
        try {
            if (tryLock(channel).isPresent()) {
                return new WorkFolder(path, Optional.of(channel));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        var temporary = temporary();
        LOG.info(
                "The work folder {} is in use by another host, so this one works in {}.",
                path,
                temporary.path);
        return temporary;
    }

    public Path path() {
        return path;
    }

    /** Returns whether the folder stays when it is closed. */
    public boolean isLasting() {
        return lock.isPresent();
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            } else {
                FileTree.delete(path);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("The work folder {} is gone already.", path, e);
        } catch (IOException e) {
            LOG.warn("The work folder {} could not be removed: remove it by hand.", path, e);
        }
    }

    static void createOwnerOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnlyFolder());
        }
    }

    private static FileAttribute<?>[] ownerOnlyFolder() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Another host in this very process holds it.
            return Optional.empty();
        }
    }
}
