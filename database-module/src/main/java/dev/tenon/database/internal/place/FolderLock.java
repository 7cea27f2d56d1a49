package dev.tenon.database.internal.place;

import dev.tenon.database.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock of one host on a folder. It ends with the process at the latest, however that ends.
 *
 * @param folder the real path of the folder
 * @param channel holds the lock while it is open
 */
public record FolderLock(Path folder, FileChannel channel) implements AutoCloseable {

    private static final String FILE = ".tenon.lock";

    /** Far behind what the file says, which others could not read on Windows otherwise. */
    static final long POSITION = Long.MAX_VALUE - 1;

    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /**
     * The folders that hosts of this process hold. They have to be known before the file is
     * touched: closing any channel to it would release the lock of this process (see FileLock).
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Takes the lock, or returns nothing if another host has it. */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            return Optional.empty();
        }
        var taken = Optional.<FolderLock>empty();
        try {
            taken = lock(folder);
        } finally {
            if (taken.isEmpty()) {
                HELD_HERE.remove(folder);
            }
        }
        return taken;
    }

    /** Again after a while: whoever only looks has the lock as well, for a moment. */
    private static boolean lock(FileChannel channel) throws IOException {
        for (int again = TRIES - 1; again >= 0; again--) {
            if (isLocked(channel)) {
                return true;
            }
            if (again > 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return false;
    }

    // The lock is kept by its channel.
    @SuppressWarnings("resource")
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(POSITION, 1, false) != null;
        } catch (OverlappingFileLockException _) {
            // Somebody in this process looks.
            return false;
        }
    }

    private static Optional<FolderLock> lock(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        PrivateFiles.createFile(file);
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            var self = ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new FolderLock(folder, channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns who holds the folder, if somebody does; leaves it as it is. */
    public static Optional<String> look(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (HELD_HERE.contains(folder)) {
            return Optional.of(holder(folder));
        }
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var lock = channel.tryLock(POSITION, 1, true)) {
            return lock == null ? Optional.of(holder(folder)) : Optional.empty();
        }
    }

    /** Returns who holds the folder, as well as that can be told. */
    public static String holder(Path folder) throws IOException {
        if (HELD_HERE.contains(folder)) {
            return "another host in this process";
        }
        var process = Files.readString(folder.resolve(FILE)).strip();
        return process.isEmpty() ? "another process" : "the process " + process;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
