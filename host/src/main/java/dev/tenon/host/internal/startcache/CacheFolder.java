package dev.tenon.host.internal.startcache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with start caches. Files get their names when they are complete, the key last of all, so
 * that a reader never sees half a cache.
 *
 * @param path where it is
 */
public record CacheFolder(Path path) {

    private static final String KEY = "key";
    private static final String LOCK = "lock";
    private static final String FAILED = "failed-";
    private static final String SCRATCH = "new-";
    private static final String CACHE = ".aot";

    /** Returns the key of the caches that lie here. */
    public Optional<CacheKey> key() {
        try {
            return CacheKey.parse(Files.readString(path.resolve(KEY)));
        } catch (IOException _) {
            // Mostly there is none. One that cannot be read cannot be used by the launcher either.
            return Optional.empty();
        }
    }

    /** Returns whether caches can be made here; creates nothing. */
    boolean isWritable() {
        for (Path place = path; place != null; place = place.getParent()) {
            if (Files.exists(place)) {
                return Files.isDirectory(place) && Files.isWritable(place);
            }
        }
        return false;
    }

    /** Returns where that stands which a failed training of the installation has printed. */
    Path failure(Installation installation) {
        return path.resolve(FAILED + installation.cacheName() + ".log");
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    /** Returns an empty folder for a training, and removes those that were left behind. */
    Path scratch() throws IOException {
        for (Path left : entries(SCRATCH, "")) {
            delete(left);
        }
        return Files.createDirectory(path.resolve(SCRATCH + ProcessHandle.current().pid()));
    }

    /** Puts complete caches in place, and removes the others. */
    void install(CacheKey key, Path scratch) throws IOException {
        for (CacheKind kind : CacheKind.values()) {
            move(scratch.resolve(kind.id() + CACHE), path.resolve(key.file(kind)));
        }
        var fresh = scratch.resolve(KEY);
        Files.writeString(fresh, key.text());
        move(fresh, path.resolve(KEY));
        for (Path old : entries("", CACHE)) {
            if (!old.getFileName().toString().startsWith(key.name() + "-")) {
                Files.deleteIfExists(old);
            }
        }
        for (Path failure : entries(FAILED, "")) {
            Files.deleteIfExists(failure);
        }
    }

    /** Removes the caches, the key first; returns what was removed. */
    List<Path> clear() throws IOException {
        var removed =
                Stream.of(
                                entries(KEY, KEY),
                                entries("", CACHE),
                                entries(FAILED, ""),
                                entries(SCRATCH, ""))
                        .flatMap(List::stream)
                        .toList();
        for (Path file : removed) {
            delete(file);
        }
        return removed;
    }

    static void delete(Path path) throws IOException {
        try (Stream<Path> content = Files.walk(path)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException _) {
            // Somebody else was faster.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try (var file = FileChannel.open(from, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> entries(String prefix, String suffix) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(
                            entry -> {
                                var name = String.valueOf(entry.getFileName());
                                return name.startsWith(prefix) && name.endsWith(suffix);
                            })
                    .toList();
        }
    }
}
