package dev.tenon.crud.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import dev.tenon.core.error.ErrorContext;
import dev.tenon.core.error.Problem;
import dev.tenon.core.settings.Secret;
import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.error.RequestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key with which cursors are signed: that of the setting, or a random one in a file that its
 * owner alone may use. Read when it is first needed. Safe for use by many threads.
 */
public final class CursorKey {

    private static final int BYTES = 32;
    private static final String NAME = "cursor.key";
    private static final String HMAC = "HmacSHA256";

    private final Path folder;
    private final Path file;
    private final Optional<Secret> setting;
    private @Nullable SecretKeySpec key;
    private @Nullable Mac mac;

    /**
     * Makes one.
     *
     * @param setting the key that somebody has chosen
     * @param folder where the random one is kept
     */
    public CursorKey(Optional<Secret> setting, Path folder) {
        this.setting = setting;
        this.folder = folder;
        file = folder.resolve(NAME);
    }

    /** Returns a new HMAC with the key. */
    synchronized Mac mac() {
        try {
            if (mac == null) {
                mac = made();
            }
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            // That of another provider than Java's own.
            return made();
        }
    }

    private Mac made() {
        try {
            if (key == null) {
                key = new SecretKeySpec(bytes(), HMAC);
            }
            var made = Mac.getInstance(HMAC);
            made.init(key);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256 (javax.crypto.Mac).", e);
        }
    }

    private byte[] bytes() {
        if (setting.isPresent()) {
            return setting.get().reveal().getBytes(UTF_8);
        }
        try {
            return kept();
        } catch (IOException e) {
            throw unusable(Problem.describe(e));
        }
    }

    private byte[] kept() throws IOException {
        if (Files.notExists(file)) {
            create();
        }
        var read = Files.readAllBytes(file);
        if (read.length != BYTES) {
            throw unusable("It has " + read.length + " bytes, and not " + BYTES + ".");
        }
        return read;
    }

    /** Writes it whole before it has its name: nobody sees half a key. */
    private void create() throws IOException {
        Files.createDirectories(folder, only(folder, "rwx------"));
        var made = Files.createTempFile(folder, NAME, ".new", only(folder, "rw-------"));
        try {
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.write(made, random);
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, and its key counts.
            if (!Files.isRegularFile(file)) {
                throw e;
            }
        } catch (UnsupportedOperationException e) {
            // A file system without links: the last one of several counts.
            Files.move(made, file);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static FileAttribute<?>[] only(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {asFileAttribute(fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private RequestException unusable(String cause) {
        return new RequestException(
                CrudError.CURSOR_KEY,
                "The key of cursors cannot be kept in " + file + ".",
                cause,
                ErrorContext.now());
    }
}
