package dev.tenon.crud.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.crud.error.CrudError;
import dev.tenon.crud.internal.sql.Fragment;
import dev.tenon.crud.internal.table.KnownColumn;
import dev.tenon.crud.internal.table.KnownTable;
import dev.tenon.crud.internal.value.StoredValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Makes cursors of one query into texts and back: a format, the direction, the values, and HMAC
 * (RFC 2104) with SHA-256 over these and over what the query finds and how it sorts. A cursor of
 * another query, or one that somebody has changed, is therefore told.
 */
final class CursorSeal {

    private static final byte FORMAT = 1;
    private static final int SEAL_BYTES = 32;

    private final CursorKey key;
    private final KnownTable table;
    private final List<KnownColumn> columns;
    private final byte[] subject;

    /**
     * @param columns the columns of the sort, with the key
     * @param condition what the query finds
     * @param order how it sorts
     */
    CursorSeal(
            CursorKey key,
            KnownTable table,
            List<KnownColumn> columns,
            Fragment<Object> condition,
            String order) {
        this.key = key;
        this.table = table;
        this.columns = columns;
        this.subject = subject(table, condition, order);
    }

    private static byte[] subject(KnownTable table, Fragment<Object> condition, String order) {
        return written(out -> {
            writeText(out, table.refusals().database());
            writeText(out, table.name());
            writeText(out, order);
            writeText(out, condition.sql());
            for (Object value : condition.values()) {
                writeText(out, StoredValue.text(value));
            }
        });
    }

    String seal(Cursor cursor) {
        var content =
                written(out -> {
                    out.writeByte(FORMAT);
                    out.writeBoolean(cursor.isBackward());
                    for (Optional<Object> value : cursor.values()) {
                        out.writeBoolean(value.isPresent());
                        if (value.isPresent()) {
                            writeText(out, StoredValue.text(value.get()));
                        }
                    }
                });
        var sealed = Arrays.copyOf(content, content.length + SEAL_BYTES);
        System.arraycopy(hmac(content), 0, sealed, content.length, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Returns the cursor of the text.
     *
     * @throws dev.tenon.crud.error.RequestException {@code DB-CRUD-014} if it is none of this query
     */
    Cursor open(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused("It is not of the form of a cursor.");
        }
        if (sealed.length < SEAL_BYTES + 2) {
            throw refused("It is too short for a cursor.");
        }
        var content = Arrays.copyOf(sealed, sealed.length - SEAL_BYTES);
        if (content[0] != FORMAT) {
            throw refused("Its format is of another version of Tenon, or it was changed.");
        }
        var seal = Arrays.copyOfRange(sealed, content.length, sealed.length);
        if (!MessageDigest.isEqual(seal, hmac(content))) {
            throw refused(
                    "It was changed, or made for another filter, sort or table, or with another key.");
        }
        try {
            return read(new DataInputStream(new ByteArrayInputStream(content)));
        } catch (IOException | IllegalArgumentException e) {
            // Signed, and yet unreadable: the columns have other types than they had then.
            throw refused("The columns that it is made of are not what they were.");
        }
    }

    private Cursor read(DataInputStream in) throws IOException {
        in.readByte();
        boolean isBackward = in.readBoolean();
        var values = new ArrayList<Optional<Object>>();
        for (KnownColumn column : columns) {
            values.add(
                    in.readBoolean()
                            ? Optional.of(StoredValue.ofText(readText(in), column.type()))
                            : Optional.empty());
        }
        return new Cursor(isBackward, values);
    }

    private byte[] hmac(byte[] content) {
        var mac = key.mac();
        mac.update(subject);
        return mac.doFinal(content);
    }

    private RuntimeException refused(String cause) {
        return table.refused(
                CrudError.INVALID_CURSOR,
                "The cursor is none of this query on the table '" + table.name() + "'.",
                cause);
    }

    /** Writes to memory. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory has no failures of its own.", e);
        }
        return bytes.toByteArray();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("A text of " + length + " bytes is longer than what is left.");
        }
        return new String(in.readNBytes(length), UTF_8);
    }
}
