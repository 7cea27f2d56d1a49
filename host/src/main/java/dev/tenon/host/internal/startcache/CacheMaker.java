package dev.tenon.host.internal.startcache;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tenon.core.error.HostException;
import dev.tenon.core.error.Problem;
import dev.tenon.host.internal.error.ProgramError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes the start caches of an installation, one process at a time, and removes them. */
public final class CacheMaker {

    private final Installation installation;
    private final Consumer<String> progress;

    /**
     * @param progress is told what goes on, in a line each
     */
    public CacheMaker(Installation installation, Consumer<String> progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * Makes all caches anew, after whoever is doing so already.
     *
     * @throws HostException if there is no place for them, or the training fails
     */
    public InstalledCache make() {
        var folder = folder();
        try (var channel = open(folder);
                var lock = waitFor(channel)) {
            return make(folder, lock);
        } catch (IOException e) {
            throw failed("The start cache cannot be written to " + folder.path() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("The making of the start cache was interrupted.", e);
        }
    }

    /**
     * Makes all caches unless they are there, or somebody is making them, or it has failed before
     * with this installation.
     */
    public void makeIfMissing() {
        var folder = folder();
        try (var channel = open(folder);
                var lock = channel.tryLock()) {
            if (lock != null
                    && installation.cache().isEmpty()
                    && !Files.exists(folder.failure(installation))) {
                make(folder, lock);
            }
        } catch (IOException e) {
            throw failed("The start cache cannot be written to " + folder.path() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("The making of the start cache was interrupted.", e);
        }
    }

    /** Removes all caches of the installation that this user may remove; returns their files. */
    public List<Path> remove() {
        var removed = new ArrayList<Path>();
        for (CacheFolder folder : installation.folders()) {
            try {
                removed.addAll(folder.clear());
            } catch (IOException e) {
                throw failed("The start cache in " + folder.path() + " cannot be removed.", e);
            }
        }
        return removed;
    }

    /** Returns the first folder that can be written. */
    private CacheFolder folder() {
        return place(installation)
                .orElseThrow(() ->
                        new HostException(
                                Problem.error(
                                        ProgramError.START_CACHE_FAILED,
                                        "There is no place for the start cache.",
                                        "None of these can be written: "
                                                + installation.folders().stream()
                                                        .map(f -> f.path().toString())
                                                        .collect(Collectors.joining(", "))
                                                + ".",
                                        "Run the command as the owner of the installation, or"
                                                + " set XDG_CACHE_HOME to a folder of your"
                                                + " own.")));
    }

    /** Returns where a cache would be made. */
    public static Optional<CacheFolder> place(Installation installation) {
        return installation.folders().stream().filter(CacheFolder::isWritable).findFirst();
    }

    private InstalledCache make(CacheFolder folder, FileLock lock)
            throws IOException, InterruptedException {
        if (!lock.isValid()) {
            throw new IOException("The lock " + folder.lock() + " was lost.");
        }
        var scratch = folder.scratch();
        var cleaner = new Thread(() -> discard(scratch), "tenon optimize clean-up");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            var training = new Training(installation, scratch, folder.failure(installation));
            for (CacheKind kind : CacheKind.values()) {
                progress.accept("Making the start cache '%s' …".formatted(kind.id()));
                training.make(kind);
            }
            var key = Checksums.key(installation, scratch);
            folder.install(key, scratch);
            return new InstalledCache(folder, key);
        } finally {
            discard(scratch);
        }
    }

    private void discard(Path scratch) {
        try {
            CacheFolder.delete(scratch);
        } catch (IOException e) {
            progress.accept(scratch + " could not be removed: " + Problem.describe(e));
        }
    }

    private static FileChannel open(CacheFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        return FileChannel.open(folder.lock(), CREATE, WRITE);
    }

    private FileLock waitFor(FileChannel channel) throws IOException {
        var lock = channel.tryLock();
        if (lock != null) {
            return lock;
        }
        progress.accept("Waiting for another 'tenon optimize' …");
        return channel.lock();
    }

    private static HostException failed(String fact, Exception e) {
        return new HostException(
                Problem.error(
                                ProgramError.START_CACHE_FAILED,
                                fact,
                                Problem.describe(e),
                                ProgramError.START_CACHE_FAILED.remedy())
                        .from(e));
    }
}
