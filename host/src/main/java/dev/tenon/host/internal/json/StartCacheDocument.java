package dev.tenon.host.internal.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What {@code tenon optimize} has made or removed.
 *
 * @param files the files of the start cache
 */
public record StartCacheDocument(List<CacheFile> files) {

    /**
     * One file.
     *
     * @param path where it is, or was
     * @param bytes how large it is; 0 if it is gone
     */
    public record CacheFile(String path, long bytes) {}

    /** Returns the document of files that are there, or were. */
    public static StartCacheDocument of(Collection<Path> paths) throws IOException {
        var files = new ArrayList<CacheFile>();
        for (Path path : paths) {
            files.add(new CacheFile(path.toString(), Files.exists(path) ? Files.size(path) : 0));
        }
        return new StartCacheDocument(files);
    }
}
