package dev.tenon.core.internal.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private copies from which plugins are loaded, so that a file in a plugin folder can be
 * replaced while its old version runs.
 *
 * <p>A copy stands under the hash of its name and content: an unchanged plugin is copied once and
 * keeps its path from start to start, which a cache of loaded classes depends on. Safe for use by
 * many threads.
 */
public final class PluginCopies {

    private static final Logger LOG = LoggerFactory.getLogger(PluginCopies.class);
    private static final int NAME_LENGTH = 24;

    private final Path folder;

    public PluginCopies(WorkFolder workFolder) throws IOException {
        this.folder = workFolder.path().resolve("plugins");
        WorkFolder.createOwnerOnly(folder);
    }

    /**
     * Returns a name for a jar or a folder that changes with its content.
     *
     * @throws IOException if it cannot be read
     */
    public String identityOf(Path original) throws IOException {
        try {
            return hash(nameOf(original), original);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the private copy of a jar or a folder, which keeps its file name; makes it if it is
     * not there or is damaged.
     *
     * @param identity what {@link #identityOf} has returned for it
     * @throws IOException if it cannot be copied
     */
    public Path copyOf(Path original, String identity) throws IOException {
        var name = nameOf(original);
        var home = folder.resolve(identity);
        try {
            if (!isIntact(home.resolve(name), identity)) {
                home = make(original, name);
            }
            return home.resolve(name);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Removes every copy but those given, which {@link #copyOf} has returned. */
    public void keepOnly(Collection<Path> copies) {
        if (!Files.exists(folder)) {
            return;
        }
        var kept = copies.stream().map(Path::getParent).collect(Collectors.toSet());
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(e -> !kept.contains(e)).toList()) {
                FileTree.delete(entry);
            }
        } catch (IOException e) {
            LOG.warn("Old copies of plugins in {} could not be removed.", folder, e);
        }
    }

    private static Path nameOf(Path original) throws IOException {
        var name = original.toAbsolutePath().normalize().getFileName();
        if (name == null) {
            throw new IOException(original + " is the root of a file system, not a plugin.");
        }
        return name;
    }

    /** Whoever clears caches may have removed or cut off a copy. */
    private static boolean isIntact(Path copy, String identity) throws IOException {
        return Files.exists(copy)
                && hash(Objects.requireNonNull(copy.getFileName()), copy).equals(identity);
    }

    /**
     * Copies aside and renames, so that a copy that is there is complete; names it after what was
     * copied, in case the original has changed in between.
     */
    private Path make(Path original, Path name) throws IOException {
        // Whoever clears caches may have removed the folder, too.
        WorkFolder.createOwnerOnly(folder);
        var aside = Files.createTempDirectory(folder, "new-");
        try {
            FileTree.copy(original, aside.resolve(name));
            var home = folder.resolve(hash(name, aside.resolve(name)));
            moveInto(aside, home);
            return home;
        } finally {
            if (Files.exists(aside)) {
                FileTree.delete(aside);
            }
        }
    }

    private static void moveInto(Path aside, Path home) throws IOException {
        if (Files.exists(home)) {
            FileTree.delete(home);
        }
        Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hash(Path name, Path original) throws IOException {
        var digest = sha256();
        update(digest, name.toString());
        for (Path file : FileTree.files(original)) {
            update(digest, original.relativize(file).toString());
            update(digest, Long.toString(Files.size(file)));
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Every Java platform has SHA-256 (java.security.MessageDigest).", e);
        }
    }
}
