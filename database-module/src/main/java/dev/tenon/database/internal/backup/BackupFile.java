package dev.tenon.database.internal.backup;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.engine.Backups.Copied;
import dev.tenon.database.error.BackupError;
import dev.tenon.database.internal.backup.Manifest.NewerFormat;
import dev.tenon.database.internal.failure.BackupFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is there. */
public record BackupFile(Path path, BackupFailures failures) {

    private static final String STEP = "unpacking";

    /**
     * Returns what it says of itself.
     *
     * @throws dev.tenon.database.error.BackupException if it is no whole backup
     */
    public Manifest manifest() {
        try (var zip = new ZipFile(path.toFile())) {
            return manifest(zip);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        try (var text =
                new InputStreamReader(
                        zip.getInputStream(entry(zip, Manifest.FILE)), StandardCharsets.UTF_8)) {
            return Manifest.read(text);
        } catch (NewerFormat e) {
            throw failures.of(
                    BackupError.NEWER_FORMAT,
                    "The backup " + path + " cannot be read.",
                    String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Writes the copy that it holds to a file, which is there and empty, and makes sure that it can
     * be put in place.
     *
     * @throws dev.tenon.database.error.BackupException if it is damaged, or cannot be written
     */
    void extractWhole(BackupSubject subject, Path target, Progress progress) {
        extract(target, progress);
        var manifest = manifest();
        subject.backups()
                .check(
                        subject.settings(),
                        target,
                        new Copied(
                                manifest.engineVersion(), manifest.rows(), manifest.violations()),
                        progress);
    }

    /**
     * Writes the copy that it holds to a file, which is there and empty.
     *
     * @throws dev.tenon.database.error.BackupException if it is damaged, or cannot be written
     */
    void extract(Path target, Progress progress) {
        try (var zip = new ZipFile(path.toFile())) {
            var content = manifest(zip).content();
            try (var in =
                            new DigestInputStream(
                                    zip.getInputStream(entry(zip, content.name())),
                                    Sha256.start());
                    var out = Files.newOutputStream(target)) {
                long size = copy(in, out, content.size(), target, progress);
                var hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
                if (size != content.size() || !hash.equals(content.sha256())) {
                    throw unreadable(
                            "Its content "
                                    + content.name()
                                    + " is not what it was: the hash differs.");
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Stops behind the size that was promised. */
    private long copy(InputStream in, OutputStream out, long size, Path target, Progress progress)
            throws IOException {
        var buffer = new byte[1 << 16];
        long copied = 0;
        for (int n = in.read(buffer); n >= 0 && copied <= size; n = in.read(buffer)) {
            failures.endIfInterrupted("The restore");
            write(out, buffer, n, target);
            copied += n;
            progress.report(STEP, copied, size);
        }
        return copied;
    }

    private void write(OutputStream out, byte[] buffer, int length, Path target) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw failures.notWritten(target, e);
        }
    }

    private ZipEntry entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("It has no file " + name);
        }
        return entry;
    }

    private RuntimeException unreadable(IOException e) {
        return failures.of(BackupError.UNREADABLE, "The backup " + path + " cannot be read.", e);
    }

    private RuntimeException unreadable(String cause) {
        return failures.of(
                BackupError.UNREADABLE, "The backup " + path + " cannot be read.", cause);
    }
}
