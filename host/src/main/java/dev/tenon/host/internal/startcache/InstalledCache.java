package dev.tenon.host.internal.startcache;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The caches that lie in a folder.
 *
 * @param folder the folder
 * @param key what they were made from
 */
public record InstalledCache(CacheFolder folder, CacheKey key) {

    /** Returns the file of each cache. */
    public Map<CacheKind, Path> files() {
        var files = new EnumMap<CacheKind, Path>(CacheKind.class);
        for (CacheKind kind : CacheKind.values()) {
            files.put(kind, folder.path().resolve(key.file(kind)));
        }
        return files;
    }
}
