package dev.tenon.core.internal.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shows at a glance that a file, or a folder with everything below it, has changed.
 *
 * @param stamps what is seen of each file, sorted by path
 */
public record Fingerprint(List<Stamp> stamps) {

    /**
     * What is seen of one file without reading it.
     *
     * @param path where it is
     * @param bytes its size
     * @param modified when it was modified
     * @param identity what the file system calls it, if it does: differs when a file of the same
     *     size and time was put in its place
     */
    public record Stamp(Path path, long bytes, FileTime modified, Optional<Object> identity) {

        private static Stamp of(Path path) throws IOException {
            var seen = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(
                    path,
                    seen.size(),
                    seen.lastModifiedTime(),
                    Optional.ofNullable(seen.fileKey()));
        }
    }

    public Fingerprint {
        stamps = List.copyOf(stamps);
    }

    /**
     * Returns the fingerprint; nothing if there is no file at all, or one vanishes or cannot be
     * read.
     */
    public static Optional<Fingerprint> of(Path path) {
        try {
            var stamps = new ArrayList<Stamp>();
            for (Path file : FileTree.files(path)) {
                stamps.add(Stamp.of(file));
            }
            return stamps.isEmpty() ? Optional.empty() : Optional.of(new Fingerprint(stamps));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
