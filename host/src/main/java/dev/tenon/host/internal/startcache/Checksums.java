package dev.tenon.host.internal.startcache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/** Tells whether caches are still what was made: the JVM itself looks at their headers only. */
public final class Checksums {

    private Checksums() {}

    /** Returns whether the files of the caches are there and unchanged. */
    public static boolean hold(InstalledCache cache) throws IOException {
        for (var file : cache.files().values()) {
            if (!Files.isRegularFile(file) || !cache.key().checksums().contains(line(file, file))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the key for new caches that still lie in a folder of their own. */
    static CacheKey key(Installation installation, Path scratch) throws IOException {
        var name = installation.cacheName();
        var lines = new ArrayList<String>();
        for (CacheKind kind : CacheKind.values()) {
            var made = scratch.resolve(kind.id() + ".aot");
            lines.add(line(made, Path.of(name + "-" + made.getFileName())));
        }
        return new CacheKey(
                installation.home().toString(), installation.fingerprint(), name, lines);
    }

    private static String line(Path file, Path name) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()) + "  " + name.getFileName();
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
