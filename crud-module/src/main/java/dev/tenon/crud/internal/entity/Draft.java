package dev.tenon.crud.internal.entity;

import org.jspecify.annotations.Nullable;

/** A row that is about to be written: one object's, for one session. */
final class Draft {

    private final Object entity;
    private final @Nullable Object[] row;
    private @Nullable Object key;
    private @Nullable Object version;

    Draft(Object entity, @Nullable Object[] row) {
        this.entity = entity;
        this.row = row;
    }

    Object entity() {
        return entity;
    }

    /** Returns what is bound for its columns, in their order. */
    @Nullable Object[] row() {
        return row;
    }

    /** Notes the key that the object has got. */
    void gets(Object newKey) {
        key = newKey;
    }

    /** Notes the version that the row gets. */
    void getsVersion(Object newVersion) {
        version = newVersion;
    }

    /** Returns the key that the object has got, if it has. */
    @Nullable Object newKey() {
        return key;
    }

    Written written() {
        return new Written(entity, key, version);
    }
}
