package dev.tenon.core.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The value of a setting that nobody may see: a password, a key. It is printed as asterisks
 * wherever Tenon prints settings, and by {@link #toString()}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Secret {

    /** What is printed instead of a secret. */
    public static final String MASK = "********";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Returns the given text as a secret. */
    public static Secret of(String text) {
        return new Secret(Objects.requireNonNull(text, "text"));
    }

    /** Returns the text. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where the two differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@link #MASK}. */
    @Override
    public String toString() {
        return MASK;
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
