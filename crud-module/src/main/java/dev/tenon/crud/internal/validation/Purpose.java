package dev.tenon.crud.internal.validation;

/** What values are given for. */
public enum Purpose {
    /** A row is inserted: what is left out gets its default. */
    CREATE,
    /** As {@link #CREATE}, or the row is changed whose number is given. */
    UPSERT,
    /** A row is replaced: what is left out becomes NULL. */
    UPDATE,
    /** Some columns of a row are changed. */
    PATCH;

    /** Returns whether a new row comes of it. */
    boolean inserts() {
        return this == CREATE || this == UPSERT;
    }
}
