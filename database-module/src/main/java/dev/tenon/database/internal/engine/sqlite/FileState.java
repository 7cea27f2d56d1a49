package dev.tenon.database.internal.engine.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What can be told of the file of a database without opening it. To close it in Java would end all
 * locks that SQLite has on it in this process (https://www.sqlite.org/howtocorrupt.html, 2.2).
 *
 * @param size in bytes
 * @param wal bytes of writes in the file beside it; 0 where there is none
 * @param index whether the index of these writes is there, which SQLite keeps in {@code -shm}
 * @param journal whether there is a rollback journal
 */
record FileState(long size, FileTime modified, long wal, boolean index, boolean journal) {

    static FileState of(Path path) throws IOException {
        return new FileState(
                Files.size(path),
                Files.getLastModifiedTime(path),
                size(beside(path, "-wal")),
                Files.exists(beside(path, "-shm")),
                Files.exists(beside(path, "-journal")));
    }

    /** Returns the size with that of the writes, in kB. */
    long kilobytes() {
        return (size + wal + 1023) / 1024;
    }

    private static Path beside(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** Whoever closes the database last deletes the file, at any time. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
