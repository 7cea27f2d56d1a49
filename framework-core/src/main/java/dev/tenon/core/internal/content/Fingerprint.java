package dev.tenon.core.internal.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What shows at a glance that a file, or a folder with everything below it, has changed.
 *
 * @param files how many files there are
 * @param bytes how large they are together
 * @param newest when the last of them was modified
 */
public record Fingerprint(int files, long bytes, FileTime newest) {

    /** Returns the fingerprint; nothing if the file vanishes or cannot be read. */
    public static Optional<Fingerprint> of(Path path) {
        try {
            var all = FileTree.files(path);
            long bytes = 0;
            var newest = FileTime.fromMillis(0);
            for (Path file : all) {
                bytes += Files.size(file);
                var modified = Files.getLastModifiedTime(file);
                newest = modified.compareTo(newest) > 0 ? modified : newest;
            }
            return Optional.of(new Fingerprint(all.size(), bytes, newest));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
