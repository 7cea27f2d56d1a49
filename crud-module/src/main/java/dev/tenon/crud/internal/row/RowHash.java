package dev.tenon.crud.internal.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.value.StoredValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Makes a short text of a whole row: SHA-256 over names and values, cut to 144 bits. */
final class RowHash {

    private static final int KEPT_BYTES = 18;

    private RowHash() {}

    static String of(RowShape shape, @Nullable Object[] values) {
        var digest = sha256();
        for (KnownColumn column : shape.table().columns()) {
            add(digest, column.name());
            var value = shape.value(values, column);
            if (value == null) {
                digest.update((byte) 0);
            } else {
                digest.update((byte) 1);
                add(digest, StoredValue.text(value));
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest.digest(), KEPT_BYTES));
    }

    /** Its length goes before it: "a" and "bc" are not "ab" and "c". */
    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256 (MessageDigest).", e);
        }
    }
}
