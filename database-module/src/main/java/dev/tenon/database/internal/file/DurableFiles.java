package dev.tenon.database.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives files their final names once they are on the disk, so that nobody finds half of one. */
public final class DurableFiles {

    private static final boolean FOLDERS_CAN_BE_OPENED =
            !System.getProperty("os.name").startsWith("Windows");

    private DurableFiles() {}

    /**
     * Gives a finished file a name that is free.
     *
     * @param draft a file of the same file system
     * @throws FileAlreadyExistsException if the name is taken
     */
    public static void publish(Path draft, Path name) throws IOException {
        sync(draft);
        try {
            // Unlike a move, it fails where the name is taken.
            Files.createLink(name, draft);
            Files.delete(draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException _) {
            // Not every file system has links.
            if (Files.exists(name)) {
                throw new FileAlreadyExistsException(name.toString());
            }
            Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE);
        }
        syncFolder(name);
    }

    /** Puts a finished file in the place of another one, or where none is. */
    public static void replace(Path draft, Path name) throws IOException {
        sync(draft);
        Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(name);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the names in the folder of a file last. */
    public static void syncFolder(Path file) throws IOException {
        if (FOLDERS_CAN_BE_OPENED) {
            var folder = requireNonNull(file.toAbsolutePath().getParent());
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
