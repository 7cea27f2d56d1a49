package dev.tenon.database.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder for files that are not finished, which goes when they are. What a process that was
 * killed has left of one is removed by the next who makes one beside it: a lock in it ends with its
 * process.
 *
 * @param path where it is
 * @param lock holds the lock while it is open
 */
public record WorkFolder(Path path, FileChannel lock) implements AutoCloseable {

    private static final String PREFIX = ".tenon-unfinished-";
    private static final String LOCK = "lock";

    /**
     * Those of this process. They have to be known before a lock is tried: closing any channel to
     * its file would release it (see FileLock).
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Makes one in the folder, which is made where it is missing. */
    public static WorkFolder in(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        var real = folder.toRealPath();
        removeLeftovers(real);
        var path = PrivateFiles.createTempFolder(real, PREFIX);
        HELD_HERE.add(path);
        try {
            return new WorkFolder(path, lock(path));
        } catch (IOException | RuntimeException e) {
            delete(path);
            HELD_HERE.remove(path);
            throw e;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var file = path.resolve(LOCK + ".new");
        PrivateFiles.createFile(file);
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            var _ = channel.lock();
            // Whoever finds it under its name finds it locked.
            Files.move(file, path.resolve(LOCK));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the path of a file in it. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Makes an empty file in it. */
    public Path newFile(String name) throws IOException {
        var file = file(name);
        PrivateFiles.createFile(file);
        return file;
    }

    private static void removeLeftovers(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(folder, PREFIX + "*")) {
            folders.forEach(found::add);
        }
        for (Path one : found) {
            if (!HELD_HERE.contains(one) && isLeft(one.resolve(LOCK))) {
                delete(one);
            }
        }
    }

    // The lock is not kept.
    @SuppressWarnings("try")
    private static boolean isLeft(Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held != null;
        } catch (NoSuchFileException _) {
            // Its maker is about to lock it, or was killed between two steps; it holds nothing.
            return false;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        // Another process removes it at the same time.
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                            throws IOException {
                        Files.deleteIfExists(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Override
    public void close() throws IOException {
        try {
            delete(path);
        } finally {
            lock.close();
            HELD_HERE.remove(path);
        }
    }
}
