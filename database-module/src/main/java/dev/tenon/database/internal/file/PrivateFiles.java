package dev.tenon.database.internal.file;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Makes files and folders that their owner alone may use, where the file system knows owners. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes the folder, and those that it is in, where they are missing. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only(folder, "rwx------"));
        }
    }

    /** Makes an empty file where it is missing. */
    public static void createFile(Path file) throws IOException {
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, only(file, "rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its file is as good.
            if (!Files.isRegularFile(file)) {
                throw e;
            }
        }
    }

    /** Makes an empty file of a new name. */
    public static Path createTempFile(Path folder, String prefix, String suffix)
            throws IOException {
        return Files.createTempFile(folder, prefix, suffix, only(folder, "rw-------"));
    }

    /** Makes a folder of a new name. */
    public static Path createTempFolder(Path folder, String prefix) throws IOException {
        return Files.createTempDirectory(folder, prefix, only(folder, "rwx------"));
    }

    private static FileAttribute<?>[] only(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {asFileAttribute(fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
