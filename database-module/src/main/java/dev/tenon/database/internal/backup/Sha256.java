package dev.tenon.database.internal.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the contents of backups, which every Java has. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
