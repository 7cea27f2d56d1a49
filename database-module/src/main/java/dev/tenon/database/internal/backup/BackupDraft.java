package dev.tenon.database.internal.backup;

import dev.tenon.database.admin.Progress;
import dev.tenon.database.internal.backup.Manifest.Content;
import dev.tenon.database.internal.failure.BackupFailures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A backup that is being written: a zip file with the content, then the manifest. */
record BackupDraft(Path file, BackupFailures failures) {

    private static final String STEP = "packing";

    /**
     * Writes it.
     *
     * @param copy the copy of the database
     * @param name the name of the copy in it
     * @param manifest makes the manifest, once the copy has been read
     */
    Manifest write(
            Path copy, String name, Function<Content, Manifest> manifest, Progress progress) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            // A backup is taken more often than sent: five times as fast, a tenth larger.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            var written = manifest.apply(add(copy, name, zip, progress));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(Manifest.FILE));
            zip.write(written.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return written;
        } catch (IOException e) {
            throw failures.notWritten(file, e);
        }
    }

    // The stream is the archive's.
    @SuppressWarnings("resource")
    private Content add(Path copy, String name, OutputStream zip, Progress progress)
            throws IOException {
        long size = Files.size(copy);
        var out = new DigestOutputStream(zip, Sha256.start());
        var buffer = new byte[1 << 16];
        long done = 0;
        try (var in = Files.newInputStream(copy)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                failures.endIfInterrupted("The backup");
                out.write(buffer, 0, n);
                done += n;
                progress.report(STEP, done, size);
            }
        }
        return new Content(name, done, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }
}
