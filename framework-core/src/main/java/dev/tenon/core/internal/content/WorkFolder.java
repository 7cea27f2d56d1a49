package dev.tenon.core.internal.content;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * The folders that hosts of this process hold. They have to be known before the lock file is
     * touched: closing any channel to it would release the lock of this process (see FileLock).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Optional<FileChannel> lock;
    private boolean closed;

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
        var real = path.toRealPath();
        if (HELD.add(real)) {
            var lock = Optional.<FileChannel>empty();
            try {
                lock = lock(real);
            } finally {
                if (lock.isEmpty()) {
                    HELD.remove(real);
                }
            }
            if (lock.isPresent()) {
                return new WorkFolder(real, lock);
            }
        }
        var temporary = temporary();
        LOG.info(
                "The work folder {} is in use by another host, so this one works in {}.",
                path,
                temporary.path);
        return temporary;
    }

    private static Optional<FileChannel> lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("host.lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException | OverlappingFileLockException e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (lock.isPresent()) {
                lock.get().close();
                HELD.remove(path);
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
}
