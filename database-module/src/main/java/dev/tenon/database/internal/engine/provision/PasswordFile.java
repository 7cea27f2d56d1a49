package dev.tenon.database.internal.engine.provision;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import dev.tenon.database.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The file with the password of a role, which its owner alone may read.
 *
 * @param path where it is
 */
record PasswordFile(Path path) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns the password; makes file and password if they are not there. */
    String readOrMake() throws IOException {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The file " + path + " is in no folder");
        }
        PrivateFiles.createFolder(folder);
        if (Files.notExists(path)) {
            make(folder);
        }
        return read();
    }

    /** Returns the password, if there is a file. */
    Optional<String> readIfThere() throws IOException {
        return Files.exists(path) ? Optional.of(read()) : Optional.empty();
    }

    private String read() throws IOException {
        refuseIfOthersMayRead();
        var password = Files.readString(path).strip();
        if (password.isEmpty()) {
            throw new IOException("The file " + path + " is empty");
        }
        return password;
    }

    /** Written under another name and linked, so that no other host reads half of it. */
    private void make(Path folder) throws IOException {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var draft = PrivateFiles.createTempFile(folder, "new-", ".password");
        try {
            Files.writeString(
                    draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException _) {
            // Another host was faster; its password is as good.
        } finally {
            Files.delete(draft);
        }
    }

    private void refuseIfOthersMayRead() throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        var permissions = view.readAttributes().permissions();
        if (!fromString("rw-------").containsAll(permissions)) {
            throw new IOException(
                    "Others than its owner may use " + path + "; run: chmod 600 " + path);
        }
    }
}
